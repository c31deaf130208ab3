/**
 * Which records are of a person, under whatever number they were recorded: lists narrowed to a person follow merges and
 * moved bookings, as the pages do.
 */
import { isTheirs, recordedTraining } from "@peerwork/core"
import { appointmentsOf, identityIn } from "../records/Derived.ts"
import { idsConcerning } from "../records/Records.ts"
import type { Records } from "../records/Records.ts"

/** The ids of a life's instances that were made for an appointment of the person. */
const forAppointments = (life: "shadowing" | "supervision") => (records: Records, person: string) =>
  appointmentsOf(records, person).flatMap(({ id }) =>
    idsConcerning(records, life, `appointment:${id}`).filter((of) => records[life].get(of)?.state.appointment === id)
  )

const trainings = (records: Records, person: string): ReadonlyArray<string> => {
  const identity = identityIn(records, person)
  return identity.ids.flatMap((id) => idsConcerning(records, "training", `person:${id}`)).filter((id) => {
    const training = records.training.get(id)?.state
    return training !== undefined && isTheirs(identity, recordedTraining(training))
  })
}

/** The ids of the records of a person, for each kind of record that can be narrowed to one. */
export const recordsOfPerson: Readonly<
  Record<string, (records: Records, person: string) => ReadonlyArray<string>>
> = {
  appointments: (records, person) => appointmentsOf(records, person).map(({ id }) => id),
  shadowings: forAppointments("shadowing"),
  supervisions: forAppointments("supervision"),
  trainings
}
