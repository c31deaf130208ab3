/**
 * Which appointments concern a person: the ids, under which the appointments themselves are read.
 *
 * An appointment may turn out to be somebody else's. So this view only finds; whose an appointment is, its own life says.
 */
import type { Happened } from "../language/Event.ts"
import { view } from "../language/View.ts"
import { AppointmentAppliedFor, AppointmentProposed, LegacyWorkerRegistered } from "./AppointmentEvents.ts"
import { AppointmentPersonCorrected } from "./TenureEvents.ts"

const withId = (ids: ReadonlyArray<string>, event: Happened): ReadonlyArray<string> => {
  const id = event.stream.slice("appointment-".length)
  return ids.includes(id) ? ids : [...ids, id]
}

/** The ids of all appointments that were ever recorded for a person; read them to know whose they are now. */
export const AppointmentsOf = view<ReadonlyArray<string>>("AppointmentsOf", []).from({
  of: [AppointmentProposed, AppointmentAppliedFor, LegacyWorkerRegistered, AppointmentPersonCorrected],
  by: "person",
  evolve: {
    AppointmentProposed: (ids, event) => withId(ids, event),
    AppointmentAppliedFor: (ids, event) => withId(ids, event),
    LegacyWorkerRegistered: (ids, event) => withId(ids, event),
    AppointmentPersonCorrected: (ids, event) => withId(ids, event)
  }
})
