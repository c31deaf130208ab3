import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { MakeUpNoMoreThanIsMissing } from "./MakeUpNoMoreThanIsMissing.ts"

const after = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -60, max: 540 }))

describe(MakeUpNoMoreThanIsMissing.says, () => {
  it("holds up to the last minute that is missing, and not for one more", () => {
    fc.assert(fc.property(after, (more) => {
      expect(MakeUpNoMoreThanIsMissing.asks({ minutes: 60 + more, missing: 60 }).held).toBe(more <= 0)
    }))
  })

  // Six hundred minutes are written down of a session of sixty
  it.each([
    [600, 60, "Only 60 minutes of that session are missing. Record no more than that"],
    [2, 1, "Only 1 minute of that session is missing. Record no more than that"],
    [1, 0, "Nothing is missing of that session"]
  ])("%s minutes are made up of %s", (minutes, missing, because) => {
    expect(MakeUpNoMoreThanIsMissing.strength).toBe("hard")
    expect(MakeUpNoMoreThanIsMissing.asks({ minutes, missing })).toEqual({
      rule: MakeUpNoMoreThanIsMissing,
      held: false,
      facts: { minutes, missing },
      limits: {},
      because,
      earliest: null
    })
  })
})
