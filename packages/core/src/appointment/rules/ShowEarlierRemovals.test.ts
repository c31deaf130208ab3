import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ShowEarlierRemovals } from "./ShowEarlierRemovals.ts"

const counts = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.nat(400))

describe(ShowEarlierRemovals.says, () => {
  it("holds for somebody who was never removed", () => {
    fc.assert(fc.property(counts, (removals) => ShowEarlierRemovals.asks({ removals }).held === (removals === 0)))
  })

  // Dismissed in 2014 and withdrawn by staff in 2015: twice
  it.each([
    [1, "Staff removed the person from this scheme once before. Look at the reasons"],
    [2, "Staff removed the person from this scheme 2 times before. Look at the reasons"]
  ])("after %i it asks somebody to look, and refuses nothing", (removals, because) => {
    expect(ShowEarlierRemovals.strength).toBe("alert")
    expect(ShowEarlierRemovals.asks({ removals })).toEqual({
      rule: ShowEarlierRemovals,
      held: false,
      facts: { removals },
      limits: { removals: 0 },
      because,
      earliest: null
    })
  })

  it("says nothing where it holds", () => {
    expect(ShowEarlierRemovals.asks({ removals: 0 })).toMatchObject({ held: true, because: null })
  })
})
