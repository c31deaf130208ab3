/**
 * Local dates: the calendar days on which prison life is counted.
 *
 * A local date is the text `2016-04-04`, so two dates compare with `<`. Days are counted with whole numbers from
 * 1 January 1970 in the proleptic Gregorian calendar; no clock and no time zone is involved, so a change of clocks
 * can neither add nor lose a day.
 */
import * as Schema from "effect/Schema"

const pattern = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Whether the text is a date that the calendar has, from year 1900 to 2199. Every month has a 28th. */
export const isLocalDate = (text: string): boolean =>
  pattern.test(text) && (
    text.slice(8) <= "28" ||
    Number(text.slice(8)) <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
  )

export const LocalDate = Schema.String.pipe(
  Schema.filter(isLocalDate, { message: () => "must be a real date, written like 2016-04-04" }),
  Schema.brand("LocalDate"),
  Schema.annotations({
    identifier: "LocalDate",
    description: "A local calendar date",
    jsonSchema: {
      type: "string",
      format: "date",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$"
    }
  })
)

/** A calendar date in England and Wales, written `2016-04-04`. */
export type LocalDate = typeof LocalDate.Type

/** The date that the text says. Throws a `RangeError` when there is no such date: for dates written in code. */
export const date = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new RangeError(`${text} is not a date. Write it like 2016-04-04`)
  return text as LocalDate
}

/** Days since 1 January 1970; earlier dates are negative. */
export const dayNumber = (of: LocalDate): number => {
  const month = Number(of.slice(5, 7))
  const year = Number(of.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(of.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

const padded = (value: number, width: number): string => String(value).padStart(width, "0")

/** The inverse of {@link dayNumber}. */
export const fromDayNumber = (days: number): LocalDate => {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return date(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`)
}

export const addDays = (to: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(to) + days)

/** Whole days from one date until another; negative when the second is earlier. */
export const daysBetween = (from: LocalDate, until: LocalDate): number => dayNumber(until) - dayNumber(from)

/** The same day of the month, so many months on; the last day of that month where it has no such day. */
export const addMonths = (to: LocalDate, months: number): LocalDate => {
  const total = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1]
  const day = Math.min(Number(to.slice(8, 10)), daysInMonth(year, month))
  return date(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`)
}

/** 1 is Monday, 7 is Sunday. */
export const dayOfWeek = (of: LocalDate): number => (((dayNumber(of) + 3) % 7) + 7) % 7 + 1

export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a <= b ? a : b)
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a >= b ? a : b)

/** Puts things in the order of their days; of one day, each keeps its place. */
export const byDay = <A>(dayOf: (one: A) => LocalDate) => (one: A, other: A): number =>
  dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
]

/** The last day of the month in which the day lies. */
export const endOfMonth = (of: LocalDate): LocalDate =>
  date(`${of.slice(0, 8)}${daysInMonth(Number(of.slice(0, 4)), Number(of.slice(5, 7)))}`)

/** A month by its number, from 1: `January`. */
export const sayMonth = (month: number): string => months[month - 1] ?? ""

/** As people read it: `4 April 2016`. */
export const say = (of: LocalDate): string =>
  `${Number(of.slice(8, 10))} ${sayMonth(Number(of.slice(5, 7)))} ${of.slice(0, 4)}`
