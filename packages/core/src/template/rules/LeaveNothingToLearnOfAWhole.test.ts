import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { LeaveNothingToLearnOfAWhole } from "./LeaveNothingToLearnOfAWhole.ts"

describe(LeaveNothingToLearnOfAWhole.says, () => {
  it("holds in part, and otherwise only where nothing was said", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), (inPart, said) => {
      expect(LeaveNothingToLearnOfAWhole.asks({ inPart, said }).held).toBe(inPart || !said)
    }))
  })

  // Care for older adults counts in full, and thirty minutes about dementia are said to be left
  it("says what would do, by the names of the fields", () => {
    expect(LeaveNothingToLearnOfAWhole.strength).toBe("hard")
    expect(LeaveNothingToLearnOfAWhole.asks({ inPart: false, said: true })).toEqual({
      rule: LeaveNothingToLearnOfAWhole,
      held: false,
      facts: { inPart: false, said: true },
      limits: {},
      because:
        "What is left to learn (topUp) and its minutes (topUpMinutes) are only for what counts in part. Leave both out, or let it count in part",
      earliest: null
    })
  })
})
