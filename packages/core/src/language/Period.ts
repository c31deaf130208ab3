/**
 * Periods: whole local days from one date until another, which is exclusive; null means that no end is known.
 */
import type { LocalDate } from "./LocalDate.ts"

export interface Period {
  readonly from: LocalDate
  readonly until: LocalDate | null
}

/** Whether the day lies within the period. */
export const covers = ({ from, until }: Period, day: LocalDate): boolean =>
  from <= day && (until === null || day < until)

/** Whether the day lies within one of the periods. */
export const coveredBy = (periods: ReadonlyArray<Period>, day: LocalDate): boolean =>
  periods.some((period) => covers(period, day))

/** Whether some day lies within both. */
export const overlaps = (a: Period, b: Period): boolean =>
  (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until)

/** The periods with the last one, if it is open, ended on the day. */
export const endLast = <P extends Period>(periods: ReadonlyArray<P>, until: LocalDate): ReadonlyArray<P> => {
  const last = periods.at(-1)
  return last?.until === null ? [...periods.slice(0, -1), { ...last, until }] : periods
}
