/**
 * Working days in England and Wales: every day but Saturday, Sunday and the bank holidays of the calendar.
 *
 * A question about a year that the calendar does not cover is an error that says so: a deadline must never be
 * computed as if a year had no bank holidays.
 */
import { BankHolidays } from "./BankHolidays.ts"
import { addDays, dayOfWeek } from "./LocalDate.ts"
import type { LocalDate } from "./LocalDate.ts"

/** Thrown when a working day is asked for outside the years of the calendar. */
export class CalendarEnds extends RangeError {
  readonly asked: LocalDate
  constructor(asked: LocalDate) {
    super(
      `The bank holiday calendar covers ${BankHolidays.firstYear} to ${BankHolidays.lastYear}. ` +
        `${asked} is outside it: use a version of this package with a newer calendar`
    )
    this.asked = asked
  }
}

/** Whether the calendar covers the day. */
export const isInCalendar = (day: LocalDate): boolean => {
  const year = Number(day.slice(0, 4))
  return year >= BankHolidays.firstYear && year <= BankHolidays.lastYear
}

export const isWorkingDay = (day: LocalDate): boolean => {
  if (!isInCalendar(day)) throw new CalendarEnds(day)
  return dayOfWeek(day) <= 5 && !BankHolidays.dates.has(day)
}

/** The date so many working days after another; day 0 is the date itself if it is a working day, else the next. */
export const addWorkingDays = (to: LocalDate, days: number): LocalDate => {
  let day = to
  let left = days
  while (left > 0 || !isWorkingDay(day)) {
    day = addDays(day, 1)
    if (left > 0 && isWorkingDay(day)) left -= 1
  }
  return day
}
