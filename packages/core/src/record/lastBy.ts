/**
 * The last of several dated things by a day: what counts where a later one takes the place of the one before.
 */
import type { LocalDate } from "../language/LocalDate.ts"

/** Of what is dated on the day or before, the last; of several on one day, the one that was recorded last. */
export const lastBy = <A extends { readonly on: LocalDate }>(facts: ReadonlyArray<A>, on: LocalDate): A | null =>
  facts.filter((one) => one.on <= on)
    .reduce<A | null>((last, one) => (last === null || one.on >= last.on ? one : last), null)
