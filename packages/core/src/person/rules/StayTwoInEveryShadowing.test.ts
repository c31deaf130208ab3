import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { StayTwoInEveryShadowing } from "./StayTwoInEveryShadowing.ts"

const counts = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.nat(100))

describe(StayTwoInEveryShadowing.says, () => {
  it("is broken by the first pair that is one person", () => {
    fc.assert(
      fc.property(counts, (shadowings) => StayTwoInEveryShadowing.asks({ shadowings }).held === (shadowings === 0))
    )
  })

  // Will shadows Max, and Max turns out to be Will under an older number: one shadowing with himself
  it("asks somebody to look, and refuses nothing", () => {
    expect(StayTwoInEveryShadowing.strength).toBe("alert")
    expect(StayTwoInEveryShadowing.asks({ shadowings: 1 })).toEqual({
      rule: StayTwoInEveryShadowing,
      held: false,
      facts: { shadowings: 1 },
      limits: {},
      because: "In 1 shadowing the worker and the mentor are now one person, and no day counts. " +
        "Correct the mentor, replace them, or cancel the shadowing",
      earliest: null
    })
    expect(StayTwoInEveryShadowing.asks({ shadowings: 2 }).because).toMatch("In 2 shadowings")
  })
})
