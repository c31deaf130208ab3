/**
 * Which tasks a worker may do on a day: those of the role profile of that day, as far as nothing keeps the worker from
 * the role or from the task. Whoever is not in the role yet, or not any longer, may do none.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import type { Person } from "../person/Person.ts"
import { roleProfileOf } from "../scheme/Scheme.ts"
import type { Scheme } from "../scheme/Scheme.ts"
import type { TaskName } from "../scheme/TaskCatalogue.ts"
import type { Appointment } from "./Appointment.ts"
import { lapsesOn, validitiesOn } from "./Lapse.ts"
import { isSuspendedOn } from "./Standing.ts"

/** What the answer follows from. */
export interface AtWork {
  readonly appointment: Appointment
  readonly person: Person
  readonly scheme: Scheme
}

const waiverIsOver = ({ activated, waiverUntil }: Appointment, on: LocalDate): boolean =>
  (activated === null || on < activated.on) && waiverUntil !== null && waiverUntil < on

/** The tasks that the worker may do on the day; none while they are suspended, away, or something has lapsed. */
export const tasksOn = ({ appointment, person, scheme }: AtWork, on: LocalDate): ReadonlyArray<TaskName> => {
  const { inRole, restrictions } = appointment
  const profile = roleProfileOf(scheme, appointment.roleProfile, on)
  const isInRole = inRole !== null && covers(inRole, on) && !waiverIsOver(appointment, on)
  if (profile === null || !isInRole || isSuspendedOn(appointment, person, on, profile.inCommunity)) return []
  const hasLapsed = validitiesOn({ appointment, scheme, profile }, on).some((one) => {
    const since = lapsesOn(one)
    return since !== null && since <= on
  })
  if (hasLapsed) return []
  const takenOut = restrictions.filter((one) => covers(one, on)).flatMap(({ tasks }) => tasks)
  return profile.tasks.filter((task) => !takenOut.includes(task))
}
