import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { NeverPayAListener } from "./NeverPayAListener.ts"

const roles = fc.constantFrom("LISTENER" as const, "INSIDER" as const, "HEALTH_TRAINER" as const, "OTHER" as const)
const pays = fc.constantFrom("PAID" as const, "VOLUNTEER" as const)

describe(NeverPayAListener.says, () => {
  it("is broken by a paid Listener and by nothing else", () => {
    fc.assert(
      fc.property(
        roles,
        pays,
        (role, pay) => NeverPayAListener.asks({ role, pay }).held === !(role === "LISTENER" && pay === "PAID")
      )
    )
  })

  it("a paid Listener is refused, a paid health trainer is not", () => {
    expect(NeverPayAListener.asks({ role: "LISTENER", pay: "PAID" })).toEqual({
      rule: NeverPayAListener,
      held: false,
      facts: { role: "LISTENER", pay: "PAID" },
      limits: {},
      because: "Listeners are volunteers. Publish the role as unpaid",
      earliest: null
    })
    expect(NeverPayAListener.asks({ role: "HEALTH_TRAINER", pay: "PAID" }).held).toBe(true)
  })
})
