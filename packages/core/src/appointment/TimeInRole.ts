/**
 * The time that a worker is in the role: how its start moves, how it ends, and how it goes on after an end that was an
 * error.
 */
import type { Happened } from "../language/Event.ts"
import { changeBy } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Appointment } from "./Appointment.ts"
import { factOf } from "./AppointmentFacts.ts"

/**
 * Whether the time in the role began when it was activated; a worker who was in role before the scheme was in it before
 * they were regularised.
 */
export const beganByActivation = ({ activated, inRole }: Appointment): boolean =>
  activated !== null && inRole?.from === activated.on

/** The worker has been in the role from another day. */
export const startedOn = (state: Appointment, from: LocalDate): Appointment => ({
  ...state,
  inRole: { from, until: state.inRole?.until ?? null },
  activated: state.activated !== null && beganByActivation(state)
    ? { ...state.activated, on: from }
    : state.activated
})

/** The appointment is over. */
export const over = (
  state: Appointment,
  event: Happened,
  how: { readonly removed: boolean; readonly duplicateOf: string | null }
): Appointment => ({
  ...state,
  step: "Ended",
  inRole: state.inRole === null ? null : { ...state.inRole, until: event.on },
  plannedEnd: null,
  ended: { ...factOf(event), ...how },
  closed: { ...factOf(event), before: state.step },
  changed: changeBy(event)
})

/** It ended on another day. */
export const overOn = (state: Appointment, endedOn: LocalDate): Appointment => ({
  ...state,
  inRole: state.inRole === null ? null : { ...state.inRole, until: endedOn },
  ended: state.ended === null ? null : { ...state.ended, on: endedOn }
})

/** It goes on as before. */
export const reopened = (state: Appointment, event: Happened): Appointment => ({
  ...state,
  step: state.closed?.before ?? state.step,
  inRole: state.inRole === null ? null : { ...state.inRole, until: null },
  ended: null,
  closed: null,
  changed: changeBy(event)
})
