/**
 * The bank holidays that are shipped are those that follow from the rules of England and Wales, computed here in another
 * way; working days skip them and weekends; and no year is ever treated as if it had none.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { BankHolidays } from "./BankHolidays.ts"
import { addDays, date, dayOfWeek } from "./LocalDate.ts"
import { addWorkingDays, CalendarEnds, isWorkingDay } from "./WorkingDays.ts"

const text = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** Easter Sunday by the algorithm of Meeus, Jones and Butcher. */
const easter = (year: number): readonly [month: number, day: number] => {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return [Math.floor(n / 31), n % 31 + 1]
}

const mondaysOf = (year: number, month: number): ReadonlyArray<string> =>
  Array.from({ length: 31 }, (_, index) => text(year, month, index + 1))
    .filter((day) => Number(day.slice(5, 7)) === month && weekday(day) === 1)

/** The first weekday from the day on that is not taken already. */
const substitute = (year: number, month: number, day: number, taken: ReadonlyArray<string>): string => {
  const found = text(year, month, day)
  return [0, 6].includes(weekday(found)) || taken.includes(found) ? substitute(year, month, day + 1, taken) : found
}

const christmas = (year: number): ReadonlyArray<string> => {
  const boxing = text(year, 12, 26)
  // Boxing Day keeps its own day where it is a weekday; Christmas Day on a Sunday is then made up after it
  const kept = [0, 6].includes(weekday(boxing)) ? [] : [boxing]
  const first = substitute(year, 12, 25, kept)
  return kept.length > 0 ? [first, boxing] : [first, substitute(year, 12, 26, [first])]
}

/** Once only, by proclamation: moved for anniversaries of the Second World War's end and jubilees, or added. */
const moved: Readonly<Record<string, string>> = { "2020-05-04": "2020-05-08", "2022-05-30": "2022-06-02" }
const added = ["2022-06-03", "2022-09-19", "2023-05-08"]

const holidaysOf = (year: number): ReadonlyArray<string> => {
  const [month, day] = easter(year)
  return [
    substitute(year, 1, 1, []),
    text(year, month, day - 2),
    text(year, month, day + 1),
    mondaysOf(year, 5)[0] ?? "",
    mondaysOf(year, 5).at(-1) ?? "",
    mondaysOf(year, 8).at(-1) ?? "",
    ...christmas(year)
  ].map((one) => moved[one] ?? one).concat(added.filter((one) => one.startsWith(String(year)))).sort()
}

const years = Array.from({ length: 16 }, (_, index) => 2013 + index)

describe("bank holidays", () => {
  it.each(years)("of %i are those that the rules give", (year) => {
    expect([...BankHolidays.dates].filter((day) => day.startsWith(String(year)))).toEqual(holidaysOf(year))
  })

  it("are of the years that the calendar says, and of no others", () => {
    expect([BankHolidays.firstYear, BankHolidays.lastYear]).toEqual([2013, 2028])
    const covered = new Set([...BankHolidays.dates].map((day) => Number(day.slice(0, 4))))
    expect([...covered]).toEqual(years)
  })

  it("fall on weekdays", () => {
    expect([...BankHolidays.dates].filter((day) => [0, 6].includes(weekday(day)))).toEqual([])
  })
})

const days = fc.integer({ min: 0, max: 16 * 365 + 3 }).map((count) => addDays(date("2013-01-01"), count))

describe("working days", () => {
  it("are Monday to Friday but for bank holidays", () => {
    fc.assert(fc.property(days, (day) => {
      const known: ReadonlySet<string> = BankHolidays.dates
      expect(isWorkingDay(day)).toBe(weekday(day) >= 1 && weekday(day) <= 5 && !known.has(day))
    }))
  })

  // Thursday 24 March 2016, then Good Friday, a weekend and Easter Monday: the next working day is Tuesday 29 March
  it.each([
    ["2016-03-24", 0, "2016-03-24"],
    ["2016-03-24", 1, "2016-03-29"],
    ["2016-03-24", 2, "2016-03-30"],
    ["2016-03-25", 0, "2016-03-29"],
    ["2016-03-26", 1, "2016-03-29"],
    ["2016-04-04", 5, "2016-04-11"],
    ["2015-12-24", 1, "2015-12-29"],
    ["2028-12-22", 1, "2028-12-27"]
  ])("%s and %i of them is %s", (from, count, expected) => {
    expect(addWorkingDays(date(from), count)).toBe(expected)
  })

  it("lie that many apart, and end on one", () => {
    const early = fc.integer({ min: 0, max: 5000 }).map((count) => addDays(date("2013-01-01"), count))
    fc.assert(fc.property(early, fc.integer({ min: 1, max: 30 }), (from, count) => {
      const to = addWorkingDays(from, count)
      let between = 0
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) between += isWorkingDay(day) ? 1 : 0
      expect([between, isWorkingDay(to)]).toEqual([count, true])
    }))
  })

  it.each(["2012-12-31", "2029-01-01", "2199-12-31"])("of %s nothing is known", (day) => {
    const says = "The bank holiday calendar covers 2013 to 2028. " +
      `${day} is outside it: use a version of this package with a newer calendar`
    expect(() => isWorkingDay(date(day))).toThrow(new CalendarEnds(date(day)))
    expect(() => isWorkingDay(date(day))).toThrow(says)
  })

  it("a deadline that runs beyond the calendar is an error that says so", () => {
    // After Friday 29 December 2028 comes a weekend and then 2029, of which no bank holidays are known
    expect(dayOfWeek(date("2028-12-29"))).toBe(5)
    expect(addWorkingDays(date("2028-12-28"), 1)).toBe("2028-12-29")
    expect(() => addWorkingDays(date("2028-12-29"), 1)).toThrow("2029-01-01 is outside it")
    expect(() => addWorkingDays(date("2028-12-30"), 0)).toThrow(CalendarEnds)
  })
})
