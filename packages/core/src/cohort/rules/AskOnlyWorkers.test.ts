import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AskOnlyWorkers } from "./AskOnlyWorkers.ts"

describe(AskOnlyWorkers.says, () => {
  it("holds when it is so, and not otherwise", () => {
    fc.assert(fc.property(fc.boolean(), (allInRole) => AskOnlyWorkers.asks({ allInRole }).held === allInRole))
  })

  // A trainee who has no role yet was named as the one who helped
  it("says what would do", () => {
    expect(AskOnlyWorkers.strength).toBe("hard")
    expect(AskOnlyWorkers.asks({ allInRole: false })).toEqual({
      rule: AskOnlyWorkers,
      held: false,
      facts: { allInRole: false },
      limits: {},
      because: "Somebody was named who is in no peer role here on that day. Name only workers who are",
      earliest: null
    })
  })
})
