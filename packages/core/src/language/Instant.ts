/**
 * Instants: the moments at which acts happen and are recorded, and the local date on which each falls.
 *
 * An instant is UTC text with milliseconds, `2016-03-21T09:00:00.000Z`, so two instants compare with `<`. England
 * and Wales are one hour ahead from 01:00 UTC on the last Sunday of March until 01:00 UTC on the last Sunday of
 * October; that has been so since 1996, and instants before 1996 are refused rather than guessed at.
 */
import * as Schema from "effect/Schema"
import { addDays, date, dayNumber, dayOfWeek, fromDayNumber, isLocalDate } from "./LocalDate.ts"
import type { LocalDate } from "./LocalDate.ts"

const pattern = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** Whether the text is an instant of the years 1996 to 2199 in UTC with milliseconds. */
export const isInstant = (text: string): boolean =>
  pattern.test(text) && text >= "1996" && (text.slice(8, 10) <= "28" || isLocalDate(text.slice(0, 10)))

export const Instant = Schema.String.pipe(
  Schema.filter(isInstant, { message: () => "must be an instant in UTC, written like 2016-03-21T09:00:00.000Z" }),
  Schema.brand("Instant"),
  Schema.annotations({
    identifier: "Instant",
    description: "An instant in UTC",
    jsonSchema: {
      type: "string",
      format: "date-time"
    }
  })
)

/** A moment in UTC, written `2016-03-21T09:00:00.000Z`. */
export type Instant = typeof Instant.Type

/** The instant that the text says. Throws a `RangeError` when it is none: for instants written in code. */
export const instant = (text: string): Instant => {
  if (!isInstant(text)) throw new RangeError(`${text} is not an instant. Write it like 2016-03-21T09:00:00.000Z`)
  return text as Instant
}

const lastSundayOf = (year: string, month: "03" | "10"): LocalDate => {
  const last = date(`${year}-${month}-31`)
  return addDays(last, -(dayOfWeek(last) % 7))
}

/** Whether clocks in England and Wales are an hour ahead of UTC at the instant. */
export const isSummerTime = (at: Instant): boolean => {
  const year = at.slice(0, 4)
  return at >= `${lastSundayOf(year, "03")}T01:00:00.000Z` && at < `${lastSundayOf(year, "10")}T01:00:00.000Z`
}

const millisecondsInDay = 86_400_000

/** Milliseconds since 1 January 1970 in UTC. */
export const milliseconds = (at: Instant): number =>
  dayNumber(date(at.slice(0, 10))) * millisecondsInDay + Number(at.slice(11, 13)) * 3_600_000 +
  Number(at.slice(14, 16)) * 60_000 + Number(at.slice(17, 19)) * 1000 + Number(at.slice(20, 23))

/** The inverse of {@link milliseconds}. */
export const fromMilliseconds = (value: number): Instant => {
  const days = Math.floor(value / millisecondsInDay)
  const rest = value - days * millisecondsInDay
  const part = (size: number, within: number, width = 2) =>
    String(Math.floor(rest / size) % within).padStart(width, "0")
  const time = `${part(3_600_000, 24)}:${part(60_000, 60)}:${part(1000, 60)}.${part(1, 1000, 3)}`
  return instant(`${fromDayNumber(days)}T${time}Z`)
}

const localText = (at: Instant): string => isSummerTime(at) ? fromMilliseconds(milliseconds(at) + 3_600_000) : at

/** The local date on which the instant falls: 23:30 UTC on a summer evening is already tomorrow. */
export const localDateOf = (at: Instant): LocalDate => date(localText(at).slice(0, 10))

/** The local time of day, to the minute: `09:12`. */
export const localTimeOf = (at: Instant): string => localText(at).slice(11, 16)

/** The first instant of the local date; clocks never change at midnight. */
export const startOf = (day: LocalDate): Instant => {
  const midnight = instant(`${day}T00:00:00.000Z`)
  const year = day.slice(0, 4)
  const inSummer = day > lastSundayOf(year, "03") && day <= lastSundayOf(year, "10")
  return inSummer ? fromMilliseconds(milliseconds(midnight) - 3_600_000) : midnight
}

/** The last millisecond of the local date: what "as known on that day" means. */
export const endOf = (day: LocalDate): Instant => fromMilliseconds(milliseconds(startOf(addDays(day, 1))) - 1)
