/**
 * Nobody begins to work in a role while they are suspended or away: who decided that, or their return, comes first.
 */
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { say } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import type { Person } from "../person/Person.ts"
import type { Appointment } from "./Appointment.ts"
import { appointmentSteps } from "./appointmentSteps.ts"
import { isOffOn } from "./Standing.ts"

/** Refuses where the worker is suspended or away on the day; null where they are not. */
export const refusedWhileOff = (
  appointment: Appointment,
  person: Person,
  on: LocalDate,
  inCommunity: boolean
): Judgement<never> | null => {
  if (!isOffOn(appointment, person, on, inCommunity)) return null
  const decided = appointment.suspensions.find((one) => covers(one, on))
  const says = decided === undefined
    ? "On that day the worker is away from the establishment. Record their return first"
    : `On that day the worker is suspended, since ${say(decided.from)}. Reinstate them first`
  return wrongMoment("appointment", "Suspended", null, appointmentSteps[appointment.step], says)
}
