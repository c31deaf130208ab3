/**
 * Which appointments concern a person: the ids, under which the appointments themselves are read.
 *
 * An appointment may turn out to be somebody else's. So this view only finds; whose an appointment is, its own life says.
 */
import { view } from "../language/View.ts"
import { withId } from "../record/withId.ts"
import { AppointmentAppliedFor, AppointmentProposed, LegacyWorkerRegistered } from "./AppointmentEvents.ts"
import { AppointmentPersonCorrected } from "./TenureEvents.ts"

/** The ids of all appointments that were ever recorded for a person; read them to know whose they are now. */
export const AppointmentsOf = view<ReadonlyArray<string>>("AppointmentsOf", []).from({
  of: [AppointmentProposed, AppointmentAppliedFor, LegacyWorkerRegistered, AppointmentPersonCorrected],
  by: "person",
  evolve: {
    AppointmentProposed: withId,
    AppointmentAppliedFor: withId,
    LegacyWorkerRegistered: withId,
    AppointmentPersonCorrected: withId
  }
})
