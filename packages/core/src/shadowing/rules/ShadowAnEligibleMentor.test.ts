import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ShadowAnEligibleMentor } from "./ShadowAnEligibleMentor.ts"

/** Days that count, and on how many of them the mentor may work: often next to each other. */
const counts = fc.tuple(fc.nat(40), fc.option(fc.integer({ min: -1, max: 1 })), fc.nat(40))
  .map(([days, near, any]) => ({ days, eligible: near === null ? any : Math.max(0, days + near) }))

describe(ShadowAnEligibleMentor.says, () => {
  it("holds when the mentor may work on all of the days, and not when one is missing", () => {
    fc.assert(fc.property(counts, ({ days, eligible }) => {
      expect(ShadowAnEligibleMentor.asks({ days, eligible }).held).toBe(eligible >= days)
    }))
  })

  // Fourteen days count and the mentor was suspended on one of them: thirteen are not fourteen
  it("says what kind of mentor to choose", () => {
    expect(ShadowAnEligibleMentor.strength).toBe("hard")
    expect(ShadowAnEligibleMentor.asks({ days: 14, eligible: 13 })).toEqual({
      rule: ShadowAnEligibleMentor,
      held: false,
      facts: { days: 14, eligible: 13 },
      limits: {},
      because: "The mentor may not work on that day. Choose one who is in role, trained, not suspended and not away",
      earliest: null
    })
    expect(ShadowAnEligibleMentor.asks({ days: 14, eligible: 14 })).toMatchObject({ held: true, because: null })
  })
})
