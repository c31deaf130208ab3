/**
 * Asks RECORD-2 of several pairs of dates at once; the first date that is too early is told, with the day that will do.
 */
import { later } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { KeepTheOrderOfEvents } from "./rules/KeepTheOrderOfEvents.ts"

type Pair = readonly [on: LocalDate, notBefore: LocalDate | null]

/** Each date with the earliest that it can be; null where nothing comes before it. */
export const inOrder = (first: Pair, ...others: ReadonlyArray<Pair>) => {
  const broken = [first, ...others].filter(([on, notBefore]) => notBefore !== null && on < notBefore)
  const [on] = broken[0] ?? first
  const bounds = broken.flatMap((pair) => pair[0] === on && pair[1] !== null ? [pair[1]] : [])
  return KeepTheOrderOfEvents.asks({ on, notBefore: bounds.reduce(later, bounds[0] ?? first[1] ?? on) })
}
