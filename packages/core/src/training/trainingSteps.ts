/**
 * What may be done with a training record in each state: the table that decisions, refusals and pages share.
 */
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import type { Training, TrainingStatus } from "./Training.ts"

const corrections = ["CorrectAttendance", "VoidTrainingEntry", "UpholdTrainingCredit"]

/** What counts towards a session: of a completed training possible while it lacks one by what is known now. */
export const countingSteps = [
  "RecordSessionMakeUp",
  "CreditTrainingSession",
  "CreditEarlierTraining",
  "AssessTrainingUnit"
]

export const trainingSteps: Readonly<Record<TrainingStatus, ReadonlyArray<string>>> = {
  Unknown: ["EnrolTrainee", "OpenTrainingRecord"],
  Enrolled: [
    ...countingSteps,
    "DecideTrainingCompletion",
    "WithholdTrainingCompletion",
    "CloseTrainingIncomplete",
    "WithdrawTrainee",
    "VoidTraining",
    ...corrections
  ],
  Completed: [
    ...countingSteps,
    "IssueTrainingCertificate",
    "UpholdTrainingCompletion",
    "RevokeTrainingCompletion",
    ...corrections
  ],
  ClosedIncomplete: ["ReopenTraining", "VoidTraining", ...corrections],
  Withdrawn: ["ReopenTraining", "VoidTraining", ...corrections],
  Voided: []
}

/** Refuses because the record is in the wrong state, or with a sentence of its own. */
export const trainingNotNow = (training: Training, says?: string): Judgement<never> =>
  wrongMoment("training", training.status, training.changed, trainingSteps[training.status], says)

export const trainingWays: Ways<TrainingStatus> = {
  Enrolled: { to: "Completed", says: "decide that it is complete" },
  ClosedIncomplete: { to: "Enrolled", says: "reopen it", already: ["CloseTrainingIncomplete"] },
  Withdrawn: { to: "Enrolled", says: "reopen it", already: ["WithdrawTrainee"] }
}

const refusedInState = refusedIn({ life: "training", steps: trainingSteps, ways: trainingWays })

/** Refuses the command where the record's state does not allow it; null where it does. */
export const refusedNow = ({ changed, status }: Training, command: string): Judgement<never> | null =>
  refusedInState(status, changed, command)
