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
import { keptFromRole } from "./KeptFromRole.ts"
import type { Schooled } from "./Schooling.ts"
import { isSuspendedOn } from "./Standing.ts"

/** What the answer follows from. */
interface AtWork {
  readonly appointment: Schooled
  readonly person: Person
  readonly scheme: Scheme
}

/** The tasks that the worker may do on the day; none while they are suspended, away, or something has lapsed. */
export const tasksOn = ({ appointment, person, scheme }: AtWork, on: LocalDate): ReadonlyArray<TaskName> => {
  const { inRole, restrictions } = appointment
  const profile = roleProfileOf(scheme, appointment.roleProfile, on)
  const isInRole = inRole !== null && covers(inRole, on)
  if (profile === null || !isInRole || isSuspendedOn(appointment, person, on, profile.inCommunity)) return []
  if (keptFromRole({ appointment, scheme, profile }, on).length > 0) return []
  const takenOut = restrictions.filter((one) => covers(one, on)).flatMap(({ tasks }) => tasks)
  return profile.tasks.filter((task) => !takenOut.includes(task))
}
