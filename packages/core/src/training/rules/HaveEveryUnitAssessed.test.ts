import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sessionKeys } from "../../training/SessionCatalogue.ts"
import { HaveEveryUnitAssessed } from "./HaveEveryUnitAssessed.ts"

describe(HaveEveryUnitAssessed.says, () => {
  it("holds while there is none left, and not with one", () => {
    fc.assert(fc.property(fc.subarray([...sessionKeys]), (unassessed) => {
      expect(HaveEveryUnitAssessed.asks({ unassessed }).held).toBe(unassessed.length === 0)
    }))
  })

  // Thirteen of fourteen modules were assessed; duty of care was not
  it("says what would do", () => {
    expect(HaveEveryUnitAssessed.strength).toBe("hard")
    expect(HaveEveryUnitAssessed.asks({ unassessed: ["CARE_DUTY"] })).toEqual({
      rule: HaveEveryUnitAssessed,
      held: false,
      facts: { unassessed: ["CARE_DUTY"] },
      limits: {},
      because: "Not assessed as met: Duty of care. Record the assessment of each first",
      earliest: null
    })
    expect(HaveEveryUnitAssessed.asks({ unassessed: [] })).toMatchObject({ held: true, because: null })
  })
})
