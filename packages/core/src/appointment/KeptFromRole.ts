/**
 * What keeps a worker from their whole role on a day, though they are not suspended: it ran out, or is no longer there.
 *
 * The status of the appointment and the tasks that the worker may do follow from it. Supervision that is overdue is not
 * among it: that closes new work only.
 */
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { lapsesOn, sayValidity, validitiesOn } from "./Lapse.ts"
import type { Asked } from "./Lapse.ts"
import type { Schooled } from "./Schooling.ts"

/** Something that stands against the work, since when, and as people read it. */
export interface Obstacle {
  readonly since: LocalDate
  readonly says: string
}

/** What it follows from; the training that somebody completed in a course is part of it. */
interface Role extends Asked {
  readonly appointment: Schooled
}

/** Of a worker who is not trained yet: the waiver that let them go on has ended. */
const waiverOver = ({ waiverUntil }: Schooled, on: LocalDate): ReadonlyArray<Obstacle> =>
  waiverUntil !== null && waiverUntil < on
    ? [{ since: addDays(waiverUntil, 1), says: "The waiver has ended and the training is not complete" }]
    : []

/** All that keeps the worker from the role on the day. */
export const keptFromRole = (of: Role, on: LocalDate): ReadonlyArray<Obstacle> => {
  const { activated, training } = of.appointment
  if (activated === null || activated.on > on) return waiverOver(of.appointment, on)
  const lapsed = validitiesOn(of, on).flatMap((one) => {
    const since = lapsesOn(one)
    return since === null || since > on ? [] : [{ since, says: sayValidity(one, on) }]
  })
  const isRevoked = training.every((one) => one.on > on)
  return isRevoked ? [...lapsed, { since: activated.on, says: "The training is no longer complete" }] : lapsed
}
