import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { TakeTheNextInLine } from "./TakeTheNextInLine.ts"

describe(TakeTheNextInLine.says, () => {
  it("holds at none, and not at one", () => {
    fc.assert(fc.property(fc.nat(3), (before) => TakeTheNextInLine.asks({ before }).held === (before === 0)))
  })

  // Two asked before
  it("says what would do", () => {
    expect(TakeTheNextInLine.strength).toBe("soft")
    expect(TakeTheNextInLine.asks({ before: 2 })).toEqual({
      rule: TakeTheNextInLine,
      held: false,
      facts: { before: 2 },
      limits: {},
      because: "2 people have waited longer. Enrol them first, or give a reason",
      earliest: null
    })
    expect(TakeTheNextInLine.asks({ before: 0 })).toMatchObject({ held: true, because: null })
  })

  it("speaks of one as of one", () => {
    expect(TakeTheNextInLine.asks({ before: 1 }).because).toMatch(/^1 person has waited longer/)
  })
})
