import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { RevokeOnlyAsTwo } from "./RevokeOnlyAsTwo.ts"

describe(RevokeOnlyAsTwo.says, () => {
  it("holds when it is so, and not otherwise", () => {
    fc.assert(fc.property(fc.boolean(), (samePerson) => RevokeOnlyAsTwo.asks({ samePerson }).held === !samePerson))
  })

  // Whoever decides also says that they agree
  it("says what would do", () => {
    expect(RevokeOnlyAsTwo.strength).toBe("hard")
    expect(RevokeOnlyAsTwo.asks({ samePerson: true })).toEqual({
      rule: RevokeOnlyAsTwo,
      held: false,
      facts: { samePerson: true },
      limits: {},
      because: "You cannot agree with yourself. Name another member of staff who agreed",
      earliest: null
    })
    expect(RevokeOnlyAsTwo.asks({ samePerson: false })).toMatchObject({ held: true, because: null })
  })
})
