/**
 * The figures of a scheme's training in the records: who was in training by the day, and what became of it.
 */
import { Cohort, programmeOn, recordOf, traineeOn, wasInRoleOn } from "@peerwork/core"
import type { LocalDate, Programme, Trainee, Training } from "@peerwork/core"
import { answerIn } from "./Answering.ts"
import { appointmentsOf, identityIn } from "./Derived.ts"
import type { Records } from "./Records.ts"

const traineeIn = (records: Records, training: Training, day: LocalDate): ReadonlyArray<Trainee> => {
  const person = identityIn(records, training.person).id
  const appointments = appointmentsOf(records, person).map(({ state }) => state)
  const inRole = training.enrolled !== null && wasInRoleOn(appointments, training.scheme, training.enrolled.on)
  const trainee = traineeOn(answerIn(records, recordOf(training)), { person, inRole }, day)
  return trainee === null ? [] : [trainee]
}

const startOf = (records: Records, cohort: string): string =>
  (records.cohort.get(cohort)?.state ?? Cohort.initial).startsOn ?? ""

/** The figures of the scheme on the day, its cohorts in the order in which they start. */
export const programmeIn = (records: Records, scheme: string, day: LocalDate): Programme => {
  const cohorts = [...records.cohort.values()].filter(({ state }) => state.scheme === scheme).map(({ id }) => id)
    .sort((one, other) => startOf(records, one) < startOf(records, other) ? -1 : 1)
  const trainees = [...records.training.values()].filter(({ state }) => state.scheme === scheme)
    .flatMap(({ state }) => traineeIn(records, state, day))
  return programmeOn(trainees, cohorts, day)
}
