/**
 * Asks RECORD-2 of several pairs of dates at once; the first pair out of order is the one that is told.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import { KeepTheOrderOfEvents } from "./rules/KeepTheOrderOfEvents.ts"

type Pair = readonly [on: LocalDate, notBefore: LocalDate | null]

/** Each date with the earliest that it can be; null where nothing comes before it. */
export const inOrder = (first: Pair, ...others: ReadonlyArray<Pair>) => {
  const [on, notBefore] = [first, ...others].find((pair) => pair[1] !== null && pair[0] < pair[1]) ?? first
  return KeepTheOrderOfEvents.asks({ on, notBefore: notBefore ?? on })
}
