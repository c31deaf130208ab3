/**
 * Settling in: for so many days a new worker is watched over, and at their end somebody looks back with them.
 *
 * The look back is the first supervision that is held on the day on which the time is over, or after it. Days on which
 * the worker is suspended or away do not count. A worker who was in role before the scheme has settled in long ago.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import { limitOn } from "../scheme/Scheme.ts"
import { heldSessions } from "./Supervision.ts"
import { afterDays, restsOf } from "./SupervisionDue.ts"
import type { Supervised } from "./SupervisionDue.ts"

export interface SettlingIn {
  /** The day of the review; null while the worker is away without a known return. */
  readonly reviewOn: LocalDate | null
  /** When it was held; null while it was not. */
  readonly reviewedOn: LocalDate | null
}

/** Null where nobody decided how long, and for whoever is not appointed yet or was in role before the scheme. */
export const settlingIn = (of: Supervised): SettlingIn | null => {
  const { activated, selected } = of.appointment
  if (activated === null || selected === null) return null
  const days = limitOn(of.scheme, "settlingInDays", activated.on) ?? 0
  if (days === 0) return null
  const reviewOn = afterDays(activated.on, days, restsOf(of))
  const held = heldSessions(of.supervisions).map(({ on }) => on).filter((on) => reviewOn !== null && on >= reviewOn)
  return { reviewOn, reviewedOn: held.sort()[0] ?? null }
}
