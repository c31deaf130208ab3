/**
 * The unit on which a worker works: a wing, or a side of the establishment, by the establishment's own code.
 *
 * It is the code by which it is also said where people live. A worker may be said to work on one unit and later on
 * another; a risk assessment is good for one of them. Where nobody said a unit, the worker works wherever the role is.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import { lastBy } from "../record/lastBy.ts"
import type { Appointment } from "./Appointment.ts"
import type { RiskAssessment } from "./AppointmentFacts.ts"

/** On which unit the worker works on the day; null where that was not said by then. */
export const unitOn = ({ units }: Pick<Appointment, "units">, on: LocalDate): string | null =>
  lastBy(units, on)?.unit ?? null

/**
 * For which unit an assessment is good. One that names none is of the unit on which the worker was then or, before they
 * had one, of the first that they are given: so it goes on counting where the worker has only that one, as assessments
 * do that were recorded before there were units. Null where there is no unit at all.
 */
export const unitOf = (appointment: Pick<Appointment, "units">, { on, unit }: RiskAssessment): string | null =>
  unit ?? unitOn(appointment, on) ?? appointment.units[0]?.unit ?? null

/** The assessments that are good for a unit; all of them where it is null. */
export const assessedFor = (appointment: Appointment, unit: string | null): ReadonlyArray<RiskAssessment> =>
  unit === null
    ? appointment.risk
    : appointment.risk.filter((one) => [unit, null].includes(unitOf(appointment, one)))
