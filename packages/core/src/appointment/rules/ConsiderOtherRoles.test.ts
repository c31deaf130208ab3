import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ConsiderOtherRoles } from "./ConsiderOtherRoles.ts"

const few = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.nat(20))

describe(ConsiderOtherRoles.says, () => {
  it("holds for somebody who holds no other role", () => {
    fc.assert(fc.property(few, (others) => ConsiderOtherRoles.asks({ others }).held === (others === 0)))
  })

  // Suspended as a Listener, while they are a council representative and a Wellbeing Rep as well: two others
  it.each([
    [1, "They hold another open role in which they are not suspended. Consider it too"],
    [2, "They hold 2 other open roles in which they are not suspended. Consider them too"]
  ])("with %i others it asks somebody to look, and refuses nothing", (others, because) => {
    expect(ConsiderOtherRoles.strength).toBe("alert")
    expect(ConsiderOtherRoles.asks({ others })).toEqual({
      rule: ConsiderOtherRoles,
      held: false,
      facts: { others },
      limits: { others: 0 },
      because,
      earliest: null
    })
  })
})
