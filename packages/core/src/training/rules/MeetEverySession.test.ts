import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sessionKeys } from "../../training/SessionCatalogue.ts"
import { MeetEverySession } from "./MeetEverySession.ts"

describe(MeetEverySession.says, () => {
  it("holds while there is none, and not with one", () => {
    fc.assert(fc.property(fc.subarray([...sessionKeys]), (missing) => {
      expect(MeetEverySession.asks({ missing, required: 9 }).held).toBe(missing.length === 0)
    }))
  })

  // Hand Hygiene was missed: eight of nine
  it("says what would do", () => {
    expect(MeetEverySession.strength).toBe("hard")
    expect(MeetEverySession.asks({ required: 9, missing: ["HAND_HYGIENE"] })).toEqual({
      rule: MeetEverySession,
      held: false,
      facts: { required: 9, missing: ["HAND_HYGIENE"] },
      limits: {},
      because: "1 of 9 sessions is missing: Hand Hygiene. Have it made up or credited",
      earliest: null
    })
    expect(MeetEverySession.asks({ required: 9, missing: ["HAND_HYGIENE", "LOSS"] }).because).toMatch(
      /^2 of 9 sessions are missing: .* Have them made up or credited$/
    )
    expect(MeetEverySession.asks({ required: 9, missing: [] })).toMatchObject({ held: true, because: null })
  })
})
