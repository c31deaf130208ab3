import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { date } from "../../language/LocalDate.ts"
import { ShadowForAtLeastTwoWeeks } from "./ShadowForAtLeastTwoWeeks.ts"

/** Half of the cases at the limit of two weeks. */
const days = fc.oneof(fc.integer({ min: 12, max: 16 }), fc.nat(400))
const earliest = date("2016-04-04")

describe(ShadowForAtLeastTwoWeeks.says, () => {
  it("holds from the fourteenth counted day, and not before", () => {
    fc.assert(fc.property(days, fc.boolean(), fc.constantFrom(earliest, null), (counted, paused, first) => {
      expect(ShadowForAtLeastTwoWeeks.asks({ counted, earliest: first, paused }).held).toBe(counted >= 14)
    }))
  })

  it("holds from the day that a stricter scheme asks for", () => {
    fc.assert(fc.property(fc.integer({ min: 14, max: 30 }), fc.integer({ min: 12, max: 32 }), (least, counted) => {
      const verdict = ShadowForAtLeastTwoWeeks.asks({ counted, earliest: null, paused: false }, { days: least })
      expect([verdict.held, verdict.limits]).toEqual([counted >= least, { days: least }])
    }))
  })

  // Started on Monday 21 March 2016: 11 days until the end of March and 3 of April are 14, so the first day is 4 April
  it("says the first date that will do", () => {
    expect(ShadowForAtLeastTwoWeeks.strength).toBe("hard")
    expect(ShadowForAtLeastTwoWeeks.asks({ counted: 13, earliest, paused: false })).toEqual({
      rule: ShadowForAtLeastTwoWeeks,
      held: false,
      facts: { counted: 13, earliest: "2016-04-04", paused: false },
      limits: { days: 14 },
      because: "Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016",
      earliest: "2016-04-04"
    })
    expect(ShadowForAtLeastTwoWeeks.asks({ counted: 14, earliest, paused: false })).toEqual({
      rule: ShadowForAtLeastTwoWeeks,
      held: true,
      facts: { counted: 14, earliest: "2016-04-04", paused: false },
      limits: { days: 14 },
      because: null,
      earliest: null
    })
  })

  // 14 less 9 are 5, 14 less 13 is 1
  it.each([
    [9, true, "Resume it first; 5 more days are needed"],
    [13, true, "Resume it first; 1 more day is needed"],
    [9, false, "Find an eligible mentor first; 5 more days are needed"],
    [0, false, "Find an eligible mentor first; 14 more days are needed"]
  ])("with %i days and no date that will do, while paused: %s", (counted, paused, because) => {
    expect(ShadowForAtLeastTwoWeeks.asks({ counted, earliest: null, paused })).toMatchObject({
      held: false,
      because,
      earliest: null
    })
  })
})
