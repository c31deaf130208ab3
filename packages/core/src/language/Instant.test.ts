/**
 * An instant falls on the local date and at the local time that clocks in London show, also around both changes.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  endOf,
  fromMilliseconds,
  Instant,
  instant,
  isInstant,
  isSummerTime,
  localDateOf,
  localTimeOf,
  milliseconds,
  startOf
} from "./Instant.ts"
import { addDays, date } from "./LocalDate.ts"

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23"
})

/** What a clock in London shows, from the time zone database and not from this package: `2016-03-27 02:00`. */
const clockInLondon = (at: number): string => {
  const [day, month, year, hour, minute] = london.format(at).split(/\D+/)
  return `${year}-${month}-${day} ${hour}:${minute}`
}

const mine = (at: number): string => {
  const then = fromMilliseconds(at)
  return `${localDateOf(then)} ${localTimeOf(then)}`
}

const hour = 3_600_000
const hoursOf = (from: number, until: number): ReadonlyArray<number> =>
  Array.from({ length: (until - from) / hour }, (_, index) => from + index * hour)

const disagreeing = (moments: ReadonlyArray<number>) => moments.filter((at) => mine(at) !== clockInLondon(at))

describe("instants", () => {
  it.each([1996, 2016, 2028])("agree with the clocks in London in every hour of %i", (year) => {
    expect(disagreeing(hoursOf(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)))).toEqual([])
  })

  it("agree with them in every hour of the weeks in which clocks change, from 1996 to 2028", () => {
    const years = Array.from({ length: 33 }, (_, index) => 1996 + index)
    const weeks = years.flatMap((year) => [
      ...hoursOf(Date.UTC(year, 2, 25), Date.UTC(year, 3, 1)),
      ...hoursOf(Date.UTC(year, 9, 25), Date.UTC(year, 10, 1))
    ])
    expect(weeks.length).toBe(33 * 2 * 7 * 24)
    expect(disagreeing(weeks)).toEqual([])
  })

  it("agree with them to the minute at any moment of those years", () => {
    const moments = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2029, 0, 1) - 1 })
    fc.assert(fc.property(moments, (at) => mine(at) === clockInLondon(at)), { numRuns: 2000 })
  })

  // Clocks went forward on Sunday 27 March 2016 and back on Sunday 25 October 2015, both at 01:00 UTC
  it("know the very millisecond of both changes", () => {
    const times = [
      "2016-03-27T00:59:59.999Z",
      "2016-03-27T01:00:00.000Z",
      "2015-10-25T00:59:59.999Z",
      "2015-10-25T01:00:00.000Z"
    ]
    expect(times.map((at) => [isSummerTime(instant(at)), localTimeOf(instant(at))])).toEqual([
      [false, "00:59"],
      [true, "02:00"],
      [true, "01:59"],
      [false, "01:00"]
    ])
  })

  it("at 00:30 on a summer's night lie on a day that is not yet in UTC", () => {
    expect(localDateOf(instant("2016-04-03T23:30:00.000Z"))).toBe("2016-04-04")
    expect(localDateOf(instant("2016-02-29T23:30:00.000Z"))).toBe("2016-02-29")
  })

  it("are milliseconds and back, in order", () => {
    const moments = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2200, 0, 1) - 1 })
    fc.assert(fc.property(moments, moments, (a, b) => {
      const [x, y] = [fromMilliseconds(a), fromMilliseconds(b)]
      expect(x).toBe(new Date(a).toISOString())
      expect(milliseconds(x)).toBe(a)
      expect(x < y).toBe(a < b)
    }))
  })

  it.each([
    "2016-03-21T09:00:00Z",
    "2016-03-21T09:00:00.000+00:00",
    "2016-03-21 09:00:00.000Z",
    "2016-03-21T24:00:00.000Z",
    "2016-03-21T09:60:00.000Z",
    "2016-03-21T09:00:60.000Z",
    "2016-02-30T09:00:00.000Z",
    "1995-12-31T23:59:59.999Z",
    "2200-01-01T00:00:00.000Z",
    "2016-03-21",
    ""
  ])("%j is none", (text) => {
    expect(isInstant(text)).toBe(false)
    expect(() => instant(text)).toThrow(`${text} is not an instant. Write it like 2016-03-21T09:00:00.000Z`)
    expect(() => Instant.make(text)).toThrow()
  })

  it.each(["1996-01-01T00:00:00.000Z", "2016-02-29T23:59:59.999Z", "2199-12-31T23:59:59.999Z"])("%s is one", (text) => {
    expect(isInstant(text)).toBe(true)
    expect(instant(text)).toBe(text)
  })
})

describe("the first and the last instant of a day", () => {
  const days = fc.integer({ min: 1, max: 12_000 }).map((count) => addDays(date("1996-01-01"), count))

  it("lie on it, and the ones next to them do not", () => {
    fc.assert(fc.property(days, (day) => {
      const [first, last] = [milliseconds(startOf(day)), milliseconds(endOf(day))]
      expect([first - 1, first, last, last + 1].map((at) => localDateOf(fromMilliseconds(at))))
        .toEqual([addDays(day, -1), day, day, addDays(day, 1)])
    }))
  })

  it("are 23, 24 or 25 hours apart", () => {
    const lengths = ["2016-03-26", "2016-03-27", "2016-03-28", "2015-10-25"].map((day) =>
      (milliseconds(endOf(date(day))) + 1 - milliseconds(startOf(date(day)))) / hour
    )
    expect(lengths).toEqual([24, 23, 24, 25])
    expect(startOf(date("2016-04-04"))).toBe("2016-04-03T23:00:00.000Z")
    expect(endOf(date("2016-04-04"))).toBe("2016-04-04T22:59:59.999Z")
  })

  it("are known from the first day of 1996 on", () => {
    expect(startOf(date("1996-01-01"))).toBe("1996-01-01T00:00:00.000Z")
    expect(endOf(date("1996-01-01"))).toBe("1996-01-01T23:59:59.999Z")
  })
})
