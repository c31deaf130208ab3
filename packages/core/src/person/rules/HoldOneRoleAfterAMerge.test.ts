import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { HoldOneRoleAfterAMerge } from "./HoldOneRoleAfterAMerge.ts"

const counts = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.nat(100))

describe(HoldOneRoleAfterAMerge.says, () => {
  it("is broken by the first role with two", () => {
    fc.assert(fc.property(counts, (roles) => HoldOneRoleAfterAMerge.asks({ roles }).held === (roles === 0)))
  })

  // Will was a support worker under both numbers, and a Listener under one: one role is held twice
  it("asks somebody to look, and refuses nothing", () => {
    expect(HoldOneRoleAfterAMerge.strength).toBe("alert")
    expect(HoldOneRoleAfterAMerge.asks({ roles: 1 })).toEqual({
      rule: HoldOneRoleAfterAMerge,
      held: false,
      facts: { roles: 1 },
      limits: {},
      because:
        "The person now has two open appointments in 1 role. Decide which stays, and end the other as a duplicate",
      earliest: null
    })
    expect(HoldOneRoleAfterAMerge.asks({ roles: 2 }).because).toMatch("in 2 roles")
  })
})
