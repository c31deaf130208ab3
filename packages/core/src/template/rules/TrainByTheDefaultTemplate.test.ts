import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { TrainByTheDefaultTemplate } from "./TrainByTheDefaultTemplate.ts"

describe(TrainByTheDefaultTemplate.says, () => {
  it("holds when it is so, and not otherwise", () => {
    fc.assert(
      fc.property(fc.boolean(), (isDefault) => TrainByTheDefaultTemplate.asks({ isDefault }).held === isDefault)
    )
  })

  // The scheme trains by template 2, and a cohort is planned by template 1
  it("says what would do", () => {
    expect(TrainByTheDefaultTemplate.strength).toBe("soft")
    expect(TrainByTheDefaultTemplate.asks({ isDefault: false })).toEqual({
      rule: TrainByTheDefaultTemplate,
      held: false,
      facts: { isDefault: false },
      limits: {},
      because: "The scheme trains by another template on that day. Choose that one, adopt this one, or give a reason",
      earliest: null
    })
    expect(TrainByTheDefaultTemplate.asks({ isDefault: true })).toMatchObject({ held: true, because: null })
  })
})
