import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sessionKeys } from "../../training/SessionCatalogue.ts"
import { DecideWhatWasTaughtCounts } from "./DecideWhatWasTaughtCounts.ts"

describe(DecideWhatWasTaughtCounts.says, () => {
  it("holds while none is undecided, and not with one", () => {
    fc.assert(fc.property(fc.subarray([...sessionKeys]), (undecided) => {
      expect(DecideWhatWasTaughtCounts.asks({ undecided }).held).toBe(undecided.length === 0)
    }))
  })

  // Dealing with vulnerability was held by template 1, and template 2 has nothing that it was said to count for
  it("says what would do", () => {
    expect(DecideWhatWasTaughtCounts.strength).toBe("soft")
    expect(DecideWhatWasTaughtCounts.asks({ undecided: ["VULNERABILITY"] })).toEqual({
      rule: DecideWhatWasTaughtCounts,
      held: false,
      facts: { undecided: ["VULNERABILITY"] },
      limits: {},
      because:
        "Nobody decided what these count for: Dealing with vulnerability. Decide on their equivalences, or give " +
        "a reason",
      earliest: null
    })
    expect(DecideWhatWasTaughtCounts.asks({ undecided: [] })).toMatchObject({ held: true, because: null })
  })
})
