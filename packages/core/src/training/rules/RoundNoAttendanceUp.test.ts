import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sessionKeys } from "../../training/SessionCatalogue.ts"
import { RoundNoAttendanceUp } from "./RoundNoAttendanceUp.ts"

describe(RoundNoAttendanceUp.says, () => {
  it("holds while there is none, and not with one", () => {
    fc.assert(fc.property(fc.subarray([...sessionKeys]), (partial) => {
      expect(RoundNoAttendanceUp.asks({ partial, minutes: 1 }).held).toBe(partial.length === 0)
    }))
  })

  // The wing was called back for 20 of 60 minutes: 40 are not 60
  it("says what would do", () => {
    expect(RoundNoAttendanceUp.strength).toBe("hard")
    expect(RoundNoAttendanceUp.asks({ partial: ["COMMUNICATION"], minutes: 20 })).toEqual({
      rule: RoundNoAttendanceUp,
      held: false,
      facts: { partial: ["COMMUNICATION"], minutes: 20 },
      limits: {},
      because: "20 minutes are missing of Communication in Care. Have them made up",
      earliest: null
    })
    const short = (minutes: number) => RoundNoAttendanceUp.asks({ partial: ["COMMUNICATION"], minutes }).because
    expect([0, 1, 2].map(short)).toEqual([
      "0 minutes are missing of Communication in Care. Have them made up",
      "1 minute is missing of Communication in Care. Have it made up",
      "2 minutes are missing of Communication in Care. Have them made up"
    ])
    expect(RoundNoAttendanceUp.asks({ partial: [], minutes: 0 })).toMatchObject({ held: true, because: null })
  })
})
