import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CountNoSessionWithoutTheOther } from "./CountNoSessionWithoutTheOther.ts"

describe(CountNoSessionWithoutTheOther.says, () => {
  it("holds when it is so, and not otherwise", () => {
    fc.assert(
      fc.property(fc.boolean(), (samePerson) => CountNoSessionWithoutTheOther.asks({ samePerson }).held === !samePerson)
    )
  })

  // Whoever accepts the session also says that they agree with it
  it("says what would do", () => {
    expect(CountNoSessionWithoutTheOther.strength).toBe("hard")
    expect(CountNoSessionWithoutTheOther.asks({ samePerson: true })).toEqual({
      rule: CountNoSessionWithoutTheOther,
      held: false,
      facts: { samePerson: true },
      limits: {},
      because: "You cannot agree with yourself. Name another member of staff who agreed",
      earliest: null
    })
    expect(CountNoSessionWithoutTheOther.asks({ samePerson: false })).toMatchObject({ held: true, because: null })
  })
})
