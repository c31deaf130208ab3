import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AgreeOnNothingYouTaught } from "./AgreeOnNothingYouTaught.ts"

describe(AgreeOnNothingYouTaught.says, () => {
  it("holds when it is so, and not otherwise", () => {
    fc.assert(fc.property(fc.boolean(), (theirOwn) => AgreeOnNothingYouTaught.asks({ theirOwn }).held === !theirOwn))
  })

  // The officer who taught it without being accredited is named as the one who agrees that it counts
  it("says what would do", () => {
    expect(AgreeOnNothingYouTaught.strength).toBe("hard")
    expect(AgreeOnNothingYouTaught.asks({ theirOwn: true })).toEqual({
      rule: AgreeOnNothingYouTaught,
      held: false,
      facts: { theirOwn: true },
      limits: {},
      because: "Whoever decides or agrees taught or supervised the session. Two others have to decide it",
      earliest: null
    })
  })
})
