import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ConsiderSuitability } from "./ConsiderSuitability.ts"

const counts = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.nat(400))

describe(ConsiderSuitability.says, () => {
  it("holds while nothing speaks against it", () => {
    fc.assert(fc.property(counts, (mismatches) => ConsiderSuitability.asks({ mismatches }).held === (mismatches === 0)))
  })

  // Basic incentive level is one; with a high workplace risk it is two
  it.each([
    [1, "One fact speaks against the selection. Give a reason for it"],
    [2, "2 facts speak against the selection. Give a reason for it"]
  ])("%i against it needs a reason that somebody gives by name", (mismatches, because) => {
    expect(ConsiderSuitability.strength).toBe("soft")
    expect(ConsiderSuitability.asks({ mismatches })).toEqual({
      rule: ConsiderSuitability,
      held: false,
      facts: { mismatches },
      limits: { mismatches: 0 },
      because,
      earliest: null
    })
  })

  it("says nothing where it holds", () => {
    expect(ConsiderSuitability.asks({ mismatches: 0 })).toMatchObject({ held: true, because: null })
  })
})
