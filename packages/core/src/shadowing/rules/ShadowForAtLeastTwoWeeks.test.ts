import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { date } from "../../language/LocalDate.ts"
import { ShadowForAtLeastTwoWeeks } from "./ShadowForAtLeastTwoWeeks.ts"

/** Half of the cases at the limit of two weeks. */
const days = fc.oneof(fc.integer({ min: 12, max: 16 }), fc.nat(400))
const earliest = date("2016-04-04")

describe(ShadowForAtLeastTwoWeeks.says, () => {
  it("holds from the fourteenth counted day, and not before", () => {
    const waiting = fc.constantFrom("Paused" as const, "MentorNotEligible" as const, "WorkerNotThere" as const, null)
    fc.assert(fc.property(days, waiting, fc.constantFrom(earliest, null), (counted, waitsFor, first) => {
      expect(ShadowForAtLeastTwoWeeks.asks({ counted, earliest: first, waitsFor }).held).toBe(counted >= 14)
    }))
  })

  it("holds from the day that a stricter scheme asks for", () => {
    fc.assert(fc.property(fc.integer({ min: 14, max: 30 }), fc.integer({ min: 12, max: 32 }), (least, counted) => {
      const verdict = ShadowForAtLeastTwoWeeks.asks({ counted, earliest: null, waitsFor: null }, { days: least })
      expect([verdict.held, verdict.limits]).toEqual([counted >= least, { days: least }])
    }))
  })

  // Started on Monday 21 March 2016: 11 days until the end of March and 3 of April are 14, so the first day is 4 April
  it("says the first date that will do", () => {
    expect(ShadowForAtLeastTwoWeeks.strength).toBe("hard")
    expect(ShadowForAtLeastTwoWeeks.asks({ counted: 13, earliest, waitsFor: null })).toEqual({
      rule: ShadowForAtLeastTwoWeeks,
      held: false,
      facts: { counted: 13, earliest: "2016-04-04", waitsFor: null },
      limits: { days: 14 },
      because: "Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016",
      earliest: "2016-04-04"
    })
    expect(ShadowForAtLeastTwoWeeks.asks({ counted: 14, earliest, waitsFor: null })).toEqual({
      rule: ShadowForAtLeastTwoWeeks,
      held: true,
      facts: { counted: 14, earliest: "2016-04-04", waitsFor: null },
      limits: { days: 14 },
      because: null,
      earliest: null
    })
  })

  // 14 less 9 are 5, 14 less 13 is 1
  it.each([
    [9, "Paused" as const, "Resume it first; 5 more days are needed"],
    [13, "Paused" as const, "Resume it first; 1 more day is needed"],
    [9, "MentorNotEligible" as const, "Find an eligible mentor first; 5 more days are needed"],
    [0, "WorkerNotThere" as const, "The new worker must be there and able to work first; 14 more days are needed"],
    [12, null, "Shadowing lasts at least 14 days; 2 more days are needed"]
  ])("with %i days, no date that will do, and waiting for %s: %s", (counted, waitsFor, because) => {
    expect(ShadowForAtLeastTwoWeeks.asks({ counted, earliest: null, waitsFor })).toMatchObject({
      held: false,
      because,
      earliest: null
    })
  })
})
