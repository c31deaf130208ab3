import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ShadowSomebodyElse } from "./ShadowSomebodyElse.ts"

describe(ShadowSomebodyElse.says, () => {
  it("holds for two people", () => {
    fc.assert(fc.property(fc.boolean(), (samePerson) => ShadowSomebodyElse.asks({ samePerson }).held === !samePerson))
  })

  it.each([true, false])("they are the same person: %s", (samePerson) => {
    expect(ShadowSomebodyElse.strength).toBe("hard")
    expect(ShadowSomebodyElse.asks({ samePerson })).toEqual({
      rule: ShadowSomebodyElse,
      held: !samePerson,
      facts: { samePerson },
      limits: {},
      because: samePerson ? "The mentor and the new worker are the same person. Choose another mentor" : null,
      earliest: null
    })
  })
})
