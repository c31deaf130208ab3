/**
 * What of an appointment can be struck out: listed, and taken out, in one place.
 *
 * What was struck out counts no longer, as if it had never been recorded; its event stays.
 */
import type { Appointment } from "./Appointment.ts"
import { without } from "./AppointmentFacts.ts"
import type { Fact } from "./AppointmentFacts.ts"

/** Everything that can be struck out. */
export const appointmentEntries = (appointment: Appointment): ReadonlyArray<Fact> => [
  ...appointment.risk,
  ...appointment.clearance,
  ...appointment.acknowledged,
  ...appointment.units,
  ...appointment.eligibility,
  ...appointment.interests,
  ...appointment.advice,
  ...appointment.legalStatus,
  ...appointment.training,
  ...appointment.refreshers,
  ...appointment.suspensions,
  ...appointment.restrictions,
  ...appointment.refused,
  ...(appointment.plannedEnd === null ? [] : [appointment.plannedEnd])
]

/** The appointment without what the event recorded. */
export const struckOut = (state: Appointment, event: string): Appointment => ({
  ...state,
  risk: without(state.risk, event),
  clearance: without(state.clearance, event),
  acknowledged: without(state.acknowledged, event),
  units: without(state.units, event),
  eligibility: without(state.eligibility, event),
  interests: without(state.interests, event),
  advice: without(state.advice, event),
  legalStatus: without(state.legalStatus, event),
  training: without(state.training, event),
  refreshers: without(state.refreshers, event),
  suspensions: without(state.suspensions, event),
  restrictions: without(state.restrictions, event),
  refused: without(state.refused, event),
  plannedEnd: state.plannedEnd?.event === event ? null : state.plannedEnd
})
