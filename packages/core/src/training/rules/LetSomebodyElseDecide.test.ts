import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { LetSomebodyElseDecide } from "./LetSomebodyElseDecide.ts"

describe(LetSomebodyElseDecide.says, () => {
  it("holds when it is so, and not otherwise", () => {
    fc.assert(
      fc.property(fc.boolean(), (onlyTrainer) => LetSomebodyElseDecide.asks({ onlyTrainer }).held === !onlyTrainer)
    )
  })

  // The visiting facilitator taught everything and would decide as well
  it("says what would do", () => {
    expect(LetSomebodyElseDecide.strength).toBe("soft")
    expect(LetSomebodyElseDecide.asks({ onlyTrainer: true })).toEqual({
      rule: LetSomebodyElseDecide,
      held: false,
      facts: { onlyTrainer: true },
      limits: {},
      because: "Whoever decides taught every session. Have somebody else decide, or give a reason",
      earliest: null
    })
    expect(LetSomebodyElseDecide.asks({ onlyTrainer: false })).toMatchObject({ held: true, because: null })
  })
})
