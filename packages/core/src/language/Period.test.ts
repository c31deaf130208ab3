/**
 * A period has its first day and all days before its last, which is exclusive; without an end it goes on.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "./LocalDate.ts"
import { coveredBy, covers, endLast } from "./Period.ts"

const from = date("2016-03-25")
const until = date("2016-03-29")
const near = fc.integer({ min: -8, max: 8 }).map((days) => addDays(from, days))

describe("a period", () => {
  // From Good Friday until the Tuesday after Easter: the 25th, 26th, 27th and 28th
  it("covers its days from the first until, but not including, the last", () => {
    const days = ["2016-03-24", "2016-03-25", "2016-03-26", "2016-03-27", "2016-03-28", "2016-03-29", "2016-04-30"]
    expect(days.map((day) => covers({ from, until }, date(day)))).toEqual([false, true, true, true, true, false, false])
    expect(days.map((day) => covers({ from, until: null }, date(day))))
      .toEqual([false, true, true, true, true, true, true])
  })

  it("that ends when or before it begins covers nothing", () => {
    fc.assert(fc.property(near, near, near, (a, b, day) => {
      fc.pre(b <= a)
      expect(covers({ from: a, until: b }, day)).toBe(false)
    }))
  })

  it("among several is enough", () => {
    fc.assert(fc.property(fc.array(fc.tuple(near, fc.option(near)), { maxLength: 3 }), near, (pairs, day) => {
      const periods = pairs.map(([first, last]) => ({ from: first, until: last }))
      expect(coveredBy(periods, day)).toBe(pairs.some(([a, b]) => a <= day && (b === null || day < b)))
    }))
  })

  it("is ended on a day where it is the last and open", () => {
    const first = { from: date("2016-01-01"), until: null }
    expect(endLast([first, { from, until: null }], until)).toEqual([first, { from, until }])
    expect(endLast([{ from, until }], date("2016-05-01"))).toEqual([{ from, until }])
    expect(endLast([], until)).toEqual([])
  })
})
