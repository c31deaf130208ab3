/**
 * The pay bands of a scheme: what workers are paid in each, since when, and when somebody looks at it again.
 *
 * How much is paid is decided where the scheme is. That it is published, and looked at every year, is not.
 */
import { open } from "../language/Field.ts"
import { aCount } from "../language/Kind.ts"
import { addMonths } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { rowsOf } from "../language/Rows.ts"
import { lastBy } from "../record/lastBy.ts"
import { ReviewPayEveryYear } from "./rules/ReviewPayEveryYear.ts"

const aPayBand = aCount(1, 9)

/** What is paid in each band, in pence for a week: a band once. */
export const thePayBands = rowsOf({
  band: open(aPayBand, "Band"),
  pencePerWeek: open(aCount(0, 100_000), "Pence a week")
}, 9)

interface PayBand {
  readonly band: number
  readonly pencePerWeek: number
}

/** That bands were published, or that those in force were looked at and stay. */
export interface PayEntry {
  readonly event: string
  readonly on: LocalDate
  /** Null where they were looked at and stay. */
  readonly bands: ReadonlyArray<PayBand> | null
}

type Entries = ReadonlyArray<PayEntry>

/** The bands in force on the day; null where none were published by then. */
export const payBandsOn = (entries: Entries, on: LocalDate): ReadonlyArray<PayBand> | null =>
  lastBy(entries.filter((one) => one.bands !== null), on)?.bands ?? null

/** Whether the band is among those in force on the day. */
export const isPublishedBand = (entries: Entries, band: number, on: LocalDate): boolean =>
  payBandsOn(entries, on)?.some((one) => one.band === band) ?? false

/** The day on which the bands were last published or looked at by the day; null where none were published by then. */
export const payReviewedOn = (entries: Entries, on: LocalDate): LocalDate | null =>
  payBandsOn(entries, on) === null ? null : lastBy(entries, on)?.on ?? null

/** The last day on which the bands need no other look; null where none were published. */
export const payReviewDueOn = (entries: Entries, on: LocalDate): LocalDate | null => {
  const reviewedOn = payReviewedOn(entries, on)
  return reviewedOn === null ? null : addMonths(reviewedOn, ReviewPayEveryYear.limits.months)
}
