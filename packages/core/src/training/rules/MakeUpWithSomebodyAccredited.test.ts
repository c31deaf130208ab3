import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { MakeUpWithSomebodyAccredited } from "./MakeUpWithSomebodyAccredited.ts"

describe(MakeUpWithSomebodyAccredited.says, () => {
  it("holds when it is so, and not otherwise", () => {
    fc.assert(
      fc.property(fc.boolean(), (accredited) => MakeUpWithSomebodyAccredited.asks({ accredited }).held === accredited)
    )
  })

  // One minute was missing, and the officer who made it up with the trainee is accredited for nothing
  it("says what follows", () => {
    expect(MakeUpWithSomebodyAccredited.strength).toBe("alert")
    expect(MakeUpWithSomebodyAccredited.asks({ accredited: false })).toEqual({
      rule: MakeUpWithSomebodyAccredited,
      held: false,
      facts: { accredited: false },
      limits: {},
      because: "Nobody accredited taught or supervised it, so these minutes do not count. Have them made up again",
      earliest: null
    })
  })
})
