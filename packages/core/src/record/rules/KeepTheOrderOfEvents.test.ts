import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { KeepTheOrderOfEvents } from "./KeepTheOrderOfEvents.ts"

const notBefore = date("2016-03-25")
const near = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))

describe(KeepTheOrderOfEvents.says, () => {
  it("holds on the same day and on any day after", () => {
    fc.assert(fc.property(near, (days) => {
      expect(KeepTheOrderOfEvents.asks({ on: addDays(notBefore, days), notBefore }).held).toBe(days >= 0)
    }))
  })

  // Paused on 25 March: it cannot have been resumed on the 24th
  it("says from which day on it can be", () => {
    expect(KeepTheOrderOfEvents.strength).toBe("hard")
    expect(KeepTheOrderOfEvents.asks({ on: date("2016-03-24"), notBefore })).toEqual({
      rule: KeepTheOrderOfEvents,
      held: false,
      facts: { on: "2016-03-24", notBefore: "2016-03-25" },
      limits: {},
      because: "The date is too early. It can be 25 March 2016 or later",
      earliest: "2016-03-25"
    })
    expect(KeepTheOrderOfEvents.asks({ on: notBefore, notBefore })).toMatchObject({
      held: true,
      because: null,
      earliest: null
    })
  })
})
