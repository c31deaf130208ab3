import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sessionKeys } from "../../training/SessionCatalogue.ts"
import { HaveATrainerForEverySession } from "./HaveATrainerForEverySession.ts"

describe(HaveATrainerForEverySession.says, () => {
  it("holds while there is none, and not with one", () => {
    fc.assert(fc.property(fc.subarray([...sessionKeys]), (without) => {
      expect(HaveATrainerForEverySession.asks({ without }).held).toBe(without.length === 0)
    }))
  })

  // After the second cycle nobody was named for Care for Older Adults
  it("says what would do", () => {
    expect(HaveATrainerForEverySession.strength).toBe("soft")
    expect(HaveATrainerForEverySession.asks({ without: ["OLDER_ADULTS"] })).toEqual({
      rule: HaveATrainerForEverySession,
      held: false,
      facts: { without: ["OLDER_ADULTS"] },
      limits: {},
      because: "Without a day or an accredited trainer: Care for Older Adults. Schedule them, or give a reason",
      earliest: null
    })
    expect(HaveATrainerForEverySession.asks({ without: [] })).toMatchObject({ held: true, because: null })
  })
})
