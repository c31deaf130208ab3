import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sessionKeys } from "../../training/SessionCatalogue.ts"
import { DeliverOrWriteOffEverySession } from "./DeliverOrWriteOffEverySession.ts"

describe(DeliverOrWriteOffEverySession.says, () => {
  it("holds while there is none, and not with one", () => {
    fc.assert(fc.property(fc.subarray([...sessionKeys]), (left) => {
      expect(DeliverOrWriteOffEverySession.asks({ left }).held).toBe(left.length === 0)
    }))
  })

  // Two of nine sessions have neither been held nor left out
  it("says what would do", () => {
    expect(DeliverOrWriteOffEverySession.strength).toBe("hard")
    expect(DeliverOrWriteOffEverySession.asks({ left: ["MOVING", "LOSS"] })).toEqual({
      rule: DeliverOrWriteOffEverySession,
      held: false,
      facts: { left: ["MOVING", "LOSS"] },
      limits: {},
      because:
        "Neither delivered nor written off: Moving and positioning, Working with Loss. Record one of the two first",
      earliest: null
    })
    expect(DeliverOrWriteOffEverySession.asks({ left: [] })).toMatchObject({ held: true, because: null })
  })
})
