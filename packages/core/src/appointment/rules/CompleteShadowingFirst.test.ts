import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CompleteShadowingFirst } from "./CompleteShadowingFirst.ts"

describe(CompleteShadowingFirst.says, () => {
  it("holds where a sign-off holds, and where none is asked for", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (asked, signedOff, holds) => {
      expect(CompleteShadowingFirst.asks({ asked, signedOff, holds }).held).toBe(!asked || (signedOff && holds))
    }))
  })

  it.each([
    [false, "The shadowing has not been signed off. Sign it off first"],
    [true, "The sign-off of the shadowing no longer holds. Decide about it first"]
  ])("signed off: %s, and no sign-off holds", (signedOff, because) => {
    expect(CompleteShadowingFirst.strength).toBe("hard")
    expect(CompleteShadowingFirst.asks({ asked: true, signedOff, holds: false })).toEqual({
      rule: CompleteShadowingFirst,
      held: false,
      facts: { asked: true, signedOff, holds: false },
      limits: {},
      because,
      earliest: null
    })
  })

  it("says nothing where it holds", () => {
    expect(CompleteShadowingFirst.asks({ asked: true, signedOff: true, holds: true })).toMatchObject({
      held: true,
      because: null
    })
  })
})
