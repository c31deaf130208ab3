/**
 * Every decision of the life of a trainer, in the order a life goes through them.
 */
import { accreditTrainer, reviewTrainerAccreditation, withdrawTrainerAccreditation } from "./TrainerAccreditation.ts"
import { judgeTrainerCapable, recordTrainerPractice } from "./TrainerPractice.ts"
import { changeTrainer, registerTrainer, strikeOutTrainerEntry } from "./TrainerRegistration.ts"

export const trainerDecisions = [
  registerTrainer,
  changeTrainer,
  recordTrainerPractice,
  judgeTrainerCapable,
  accreditTrainer,
  reviewTrainerAccreditation,
  withdrawTrainerAccreditation,
  strikeOutTrainerEntry
]
