import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { StartWithEnoughTrainees } from "./StartWithEnoughTrainees.ts"

describe(StartWithEnoughTrainees.says, () => {
  it("holds from the number that it was planned for", () => {
    fc.assert(fc.property(fc.nat(30), fc.integer({ min: -2, max: 2 }), (least, more) => {
      const enrolled = Math.max(0, least + more)
      expect(StartWithEnoughTrainees.asks({ enrolled, least }).held).toBe(enrolled >= least)
    }))
  })

  // Planned for at least five, and three are enrolled: two more
  it("says what would do", () => {
    expect(StartWithEnoughTrainees.strength).toBe("hard")
    expect(StartWithEnoughTrainees.asks({ enrolled: 3, least: 5 })).toEqual({
      rule: StartWithEnoughTrainees,
      held: false,
      facts: { enrolled: 3, least: 5 },
      limits: {},
      because: "3 of at least 5 trainees are enrolled. Enrol 2 more",
      earliest: null
    })
    const none = StartWithEnoughTrainees.asks({ enrolled: 0, least: 1 }).because
    const one = StartWithEnoughTrainees.asks({ enrolled: 1, least: 2 }).because
    expect([none, one]).toEqual([
      "0 of at least 1 trainee are enrolled. Enrol 1 more",
      "1 of at least 2 trainees is enrolled. Enrol 1 more"
    ])
    expect(StartWithEnoughTrainees.asks({ enrolled: 5, least: 5 })).toMatchObject({ held: true, because: null })
  })
})
