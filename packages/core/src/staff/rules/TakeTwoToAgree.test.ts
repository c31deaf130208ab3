import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { TakeTwoToAgree } from "./TakeTwoToAgree.ts"

describe(TakeTwoToAgree.says, () => {
  it("holds for two people", () => {
    fc.assert(fc.property(fc.boolean(), (samePerson) => TakeTwoToAgree.asks({ samePerson }).held === !samePerson))
  })

  it.each([true, false])("they are the same person: %s", (samePerson) => {
    expect(TakeTwoToAgree.strength).toBe("hard")
    expect(TakeTwoToAgree.asks({ samePerson })).toEqual({
      rule: TakeTwoToAgree,
      held: !samePerson,
      facts: { samePerson },
      limits: {},
      because: samePerson ? "You cannot agree with yourself. Name another member of staff who agreed" : null,
      earliest: null
    })
  })
})
