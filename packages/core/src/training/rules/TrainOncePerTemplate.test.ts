import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { TrainOncePerTemplate } from "./TrainOncePerTemplate.ts"

describe(TrainOncePerTemplate.says, () => {
  it("holds at none, and not at one", () => {
    fc.assert(fc.property(fc.nat(3), (open) => TrainOncePerTemplate.asks({ open }).held === (open === 0)))
  })

  // Somebody who came ad hoc wants a place: the first record is closed before the second is opened
  it("says what would do", () => {
    expect(TrainOncePerTemplate.strength).toBe("hard")
    expect(TrainOncePerTemplate.asks({ open: 1 })).toEqual({
      rule: TrainOncePerTemplate,
      held: false,
      facts: { open: 1 },
      limits: {},
      because: "The person has an open training by this template. Record it there, or close that one first",
      earliest: null
    })
    expect(TrainOncePerTemplate.asks({ open: 0 })).toMatchObject({ held: true, because: null })
  })
})
