/**
 * What can still be recorded of a training that was completed and, by what is known now, lacks a session: what is missing
 * is made up, credited or assessed, and then somebody decides whether the completion stands. Nobody has to take a
 * completion away from somebody only to record how it was put right.
 */
import type { Reading } from "../language/Decision.ts"
import type { Judgement } from "../language/Judgement.ts"
import { countMet } from "./sessionsMet.ts"
import type { TrainingRecord } from "./sessionsMet.ts"
import type { Training } from "./Training.ts"
import { recordOf } from "./TrainingRecord.ts"
import { refusedNow } from "./trainingSteps.ts"

/** Whether fewer sessions were met on the day of the completion than it was decided on, also where it was upheld. */
export const lacksSessions = (record: TrainingRecord): boolean => {
  const { completion } = record.training
  return completion !== null && countMet(record, completion.on) < completion.sessions
}

/** Whether something that counts towards its sessions can be recorded of the training. */
export function* mayStillMeet(training: Training): Reading<boolean> {
  if (training.status !== "Completed") return training.status === "Enrolled"
  return lacksSessions(yield* recordOf(training))
}

/** Refuses to record what counts towards a session, where the training is over and lacks nothing; null otherwise. */
export function* refusedEntry(training: Training, command: string): Reading<Judgement<never> | null> {
  return (yield* mayStillMeet(training)) ? null : refusedNow(training, command)
}
