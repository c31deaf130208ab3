/**
 * What can still be recorded of a training that was completed and, by what is known now, lacks a session: what is missing
 * is made up, credited or assessed, and then somebody decides whether the completion stands. Nobody has to take a
 * completion away from somebody only to record how it was put right.
 */
import type { Reading } from "../language/Decision.ts"
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { countMet } from "./sessionsMet.ts"
import type { TrainingRecord } from "./sessionsMet.ts"
import type { Training } from "./Training.ts"
import { recordOf } from "./TrainingRecord.ts"
import { countingSteps, refusedNow, trainingSteps } from "./trainingSteps.ts"

const lacksNoSession = "The training is completed and lacks no session, so nothing more counts towards it"

/** Whether fewer sessions were met on the day of the completion than it was decided on, also where it was upheld. */
const lacksSessions = (record: TrainingRecord): boolean => {
  const { completion } = record.training
  return completion !== null && countMet(record, completion.on) < completion.sessions
}

/** Whether the training was completed and lacks no session, so that nothing more counts towards it. */
function* lacksNothing(training: Training): Reading<boolean> {
  return training.status === "Completed" && !lacksSessions(yield* recordOf(training))
}

/** Whether something that counts towards its sessions can be recorded of the training. */
export function* mayStillMeet(training: Training): Reading<boolean> {
  const steps = trainingSteps[training.status]
  return countingSteps.every((step) => steps.includes(step)) && !(yield* lacksNothing(training))
}

/** Refuses to record what counts towards a session, where the training is over or lacks nothing; null otherwise. */
export function* refusedEntry(training: Training, command: string): Reading<Judgement<never> | null> {
  const refused = refusedNow(training, command)
  if (refused !== null || !(yield* lacksNothing(training))) return refused
  const possible = trainingSteps[training.status].filter((step) => !countingSteps.includes(step))
  return wrongMoment("training", training.status, training.changed, possible, lacksNoSession)
}
