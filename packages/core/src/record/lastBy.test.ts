/**
 * What counts of several dated things: the latest by the day, and of one day what was recorded last.
 */
import * as fc from "fast-check"
import { expect, it } from "vitest"
import { addDays, date } from "../language/LocalDate.ts"
import { lastBy } from "./lastBy.ts"

const day = (number: number) => addDays(date("2016-03-01"), number)
const recorded = fc.array(fc.nat(6), { maxLength: 8 }).map((days) =>
  days.map((number, place) => ({ on: day(number), place }))
)

it("is the last of its day among those of the latest day", () => {
  fc.assert(fc.property(recorded, fc.nat(7), (facts, number) => {
    const by = facts.filter((one) => one.on <= day(number))
    const latest = by.map((one) => one.on).sort().at(-1)
    expect(lastBy(facts, day(number))).toBe(by.filter((one) => one.on === latest).at(-1) ?? null)
  }))
})

// Recorded for the 3rd, then for the 1st, then again for the 3rd
it("is what was recorded last of two on one day, whatever came between", () => {
  const facts = [{ on: day(2), says: 1 }, { on: day(0), says: 2 }, { on: day(2), says: 3 }]
  expect([day(-1), day(0), day(1), day(2), day(3)].map((on) => lastBy(facts, on)?.says ?? null))
    .toEqual([null, 2, 2, 3, 3])
})
