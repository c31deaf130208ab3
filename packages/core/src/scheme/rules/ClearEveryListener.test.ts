import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ClearEveryListener } from "./ClearEveryListener.ts"

const roles = fc.constantFrom("LISTENER" as const, "INSIDER" as const, "HEALTH_TRAINER" as const, "OTHER" as const)

describe(ClearEveryListener.says, () => {
  it("is broken by a Listener without clearance and by nothing else", () => {
    fc.assert(
      fc.property(
        roles,
        fc.boolean(),
        (role, asksForClearance) =>
          ClearEveryListener.asks({ role, asksForClearance }).held === !(role === "LISTENER" && !asksForClearance)
      )
    )
  })

  it("a Listener without clearance is refused, an Insider without it is not", () => {
    expect(ClearEveryListener.asks({ role: "LISTENER", asksForClearance: false })).toEqual({
      rule: ClearEveryListener,
      held: false,
      facts: { role: "LISTENER", asksForClearance: false },
      limits: {},
      because: "A Listener needs security clearance. Publish the role so that it asks for clearance",
      earliest: null
    })
    expect(ClearEveryListener.asks({ role: "INSIDER", asksForClearance: false }).held).toBe(true)
  })
})
