/**
 * Every day from 1900 to 2199 is counted as the Gregorian calendar counts it, with no clock involved; and nothing but a
 * real date is taken for one.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays,
  addMonths,
  date,
  dayNumber,
  dayOfWeek,
  daysBetween,
  earlier,
  fromDayNumber,
  isLocalDate,
  later,
  LocalDate,
  say
} from "./LocalDate.ts"

const millisecondsInDay = 86_400_000
const first = Date.UTC(1900, 0, 1) / millisecondsInDay
const last = Date.UTC(2199, 11, 31) / millisecondsInDay
const anyDay = fc.integer({ min: first, max: last })

describe("local dates", () => {
  it("are the days of the Gregorian calendar from 1900 to 2199, every one of them", () => {
    // One long loop with one comparison of everything at its end: 109,573 expectations would take seconds
    const wrong: Array<string> = []
    for (let day = first; day <= last; day += 1) {
      const utc = new Date(day * millisecondsInDay)
      const text = utc.toISOString().slice(0, 10)
      const mine = fromDayNumber(day)
      const same = mine === text && dayNumber(mine) === day && dayOfWeek(mine) % 7 === utc.getUTCDay()
      if (!same) wrong.push(text)
    }
    expect(wrong).toEqual([])
    expect(last - first + 1).toBe(109_573)
  })

  it("end where the years that are understood end", () => {
    expect(() => fromDayNumber(first - 1)).toThrow(RangeError)
    expect(() => fromDayNumber(last + 1)).toThrow("2200-01-01 is not a date. Write it like 2016-04-04")
    expect(() => addDays(date("1900-01-01"), -1)).toThrow("1899-12-31 is not a date")
  })

  it.each(["1900-01-01", "2199-12-31", "2016-02-29", "2000-02-29", "2015-02-28", "2016-04-30"])("%s is one", (text) => {
    expect(isLocalDate(text)).toBe(true)
    expect(date(text)).toBe(text)
  })

  it.each([
    "2015-02-29",
    "1900-02-29",
    "2100-02-29",
    "2016-02-30",
    "2016-04-31",
    "2016-13-01",
    "2016-00-10",
    "2016-01-00",
    "2016-01-32",
    "1899-12-31",
    "2200-01-01",
    "2016-4-4",
    "04/04/2016",
    "2016-04-04T00:00:00Z",
    " 2016-04-04",
    "2016-04-04\n",
    "２０１６-04-04",
    ""
  ])("%j is none", (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => date(text)).toThrow(`${text} is not a date. Write it like 2016-04-04`)
    expect(() => LocalDate.make(text)).toThrow()
  })

  it("have 29 February in every fourth year, but for centuries that 400 does not divide", () => {
    const leap = Array.from({ length: 300 }, (_, index) => 1900 + index).filter((year) => isLocalDate(`${year}-02-29`))
    expect(leap.length).toBe(73)
    expect(leap.every((year) => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1)).toBe(true)
    expect([1900, 2000, 2100, 2012, 2016].map((year) => leap.includes(year))).toEqual([false, true, false, true, true])
  })

  it("compare as text exactly as they lie in time", () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => {
      const [x, y] = [fromDayNumber(a), fromDayNumber(b)]
      expect(x < y).toBe(a < b)
      expect([earlier(x, y), later(x, y)]).toEqual(a <= b ? [x, y] : [y, x])
      expect(earlier(x, x)).toBe(x)
      expect(later(x, x)).toBe(x)
    }))
  })

  it("are as far apart as days are added", () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      fc.pre(from + days >= first && from + days <= last)
      const start = fromDayNumber(from)
      expect(daysBetween(start, addDays(start, days))).toBe(days)
    }))
  })

  // From 21 March: 10 days to the end of March and 4 of April are 14
  it("add 14 days across the change of clocks and 29 February as across any others", () => {
    expect(addDays(date("2016-03-21"), 14)).toBe("2016-04-04")
    expect(addDays(date("2015-10-19"), 14)).toBe("2015-11-02")
    expect(addDays(date("2016-02-20"), 14)).toBe("2016-03-05")
    expect(addDays(date("2015-02-20"), 14)).toBe("2015-03-06")
    expect(daysBetween(date("2016-04-04"), date("2016-03-21"))).toBe(-14)
  })

  it.each([
    ["2016-01-31", 1, "2016-02-29"],
    ["2015-01-31", 1, "2015-02-28"],
    ["2016-02-29", 12, "2017-02-28"],
    ["2016-02-29", 48, "2020-02-29"],
    ["2016-03-31", 1, "2016-04-30"],
    ["2016-05-31", -3, "2016-02-29"],
    ["2016-03-15", -3, "2015-12-15"],
    ["2016-12-31", 1, "2017-01-31"],
    ["2016-01-15", 11, "2016-12-15"],
    ["2016-01-15", 12, "2017-01-15"],
    ["2016-03-21", 0, "2016-03-21"]
  ])("%s and %i months is %s: the same day, or the last of a shorter month", (from, months, expected) => {
    expect(addMonths(date(from), months)).toBe(expected)
  })

  it("keep the day of the month when months are added, or end on the last day of the month", () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (day, months) => {
      const from = fromDayNumber(day)
      const wanted = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
      fc.pre(wanted >= 1900 * 12 && wanted < 2200 * 12)
      const to = addMonths(from, months)
      expect(Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1).toBe(wanted)
      const isLast = to === "2199-12-31" || addDays(to, 1).endsWith("-01")
      expect(to.slice(8) === from.slice(8) || (to.slice(8) < from.slice(8) && isLast)).toBe(true)
    }))
  })

  it("begin the week on Monday", () => {
    const week = ["2016-03-21", "2016-03-22", "2016-03-23", "2016-03-24", "2016-03-25", "2016-03-26", "2016-03-27"]
    expect(week.map((day) => dayOfWeek(date(day)))).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(dayOfWeek(date("1900-01-01"))).toBe(1)
  })

  it("are read aloud as day, month and year", () => {
    const days = Array.from({ length: 12 }, (_, month) => say(addMonths(date("2016-01-04"), month)))
    expect(days).toEqual([
      "4 January 2016",
      "4 February 2016",
      "4 March 2016",
      "4 April 2016",
      "4 May 2016",
      "4 June 2016",
      "4 July 2016",
      "4 August 2016",
      "4 September 2016",
      "4 October 2016",
      "4 November 2016",
      "4 December 2016"
    ])
    expect(say(date("2015-12-31"))).toBe("31 December 2015")
  })
})
