/**
 * What a merge, or a moved booking, brings together that cannot both be: two open appointments in one role, or a worker
 * and a mentor who are one person.
 */
import { isOpenNow, isSameRole } from "../appointment/Standing.ts"
import { standingsOf } from "../appointment/Standing.ts"
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { covers } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"
import { mentorsOf } from "../shadowing/Placement.ts"
import { Shadowing, ShadowingsWith } from "../shadowing/Shadowing.ts"
import { identitiesOf } from "./Identity.ts"

/** How many roles are held twice and how many shadowings are with themselves, once the two records are one person. */
export function* consequencesOf(
  person: string,
  into: string,
  booking: Period | null
): Reading<{ readonly bothOpen: number; readonly withThemselves: number }> {
  const [one, other] = yield* standingsOf([person, into])
  const coming = (one?.appointments ?? []).filter((appointment) =>
    isOpenNow(appointment) &&
    (booking === null || (appointment.begun !== null && covers(booking, appointment.begun.on)))
  )
  const bothOpen =
    coming.filter((appointment) =>
      (other?.appointments ?? []).some((there) => isOpenNow(there) && isSameRole(appointment, there))
    ).length
  const [former, right] = yield* identitiesOf([{ id: person, on: null }, { id: into, on: null }])
  const ids = yield* readAll(ShadowingsWith, former?.ids ?? [])
  const shadowings = yield* readAll(Shadowing, [...new Set(ids.flat())])
  const between = (a: ReadonlyArray<string>, b: ReadonlyArray<string>) => (shadowing: Shadowing) =>
    a.includes(shadowing.shadower) && mentorsOf(shadowing).some((mentor) => b.includes(mentor))
  const [theirs, others] = [former?.ids ?? [], right?.ids ?? []]
  const withThemselves = shadowings.filter(({ status }) => status !== "Cancelled" && status !== "Unknown")
    .filter((shadowing) => between(theirs, others)(shadowing) || between(others, theirs)(shadowing))
    .filter(({ startOn, startedOn }) => {
      const from = startedOn ?? startOn
      return booking === null || (from !== null && covers(booking, from))
    }).length
  return { bothOpen, withThemselves }
}
