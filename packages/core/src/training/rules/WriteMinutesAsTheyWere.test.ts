import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { WriteMinutesAsTheyWere } from "./WriteMinutesAsTheyWere.ts"

describe(WriteMinutesAsTheyWere.says, () => {
  it("holds while the minutes of everybody fit, and not with one that does not", () => {
    fc.assert(
      fc.property(fc.nat(3), (unlike) => WriteMinutesAsTheyWere.asks({ unlike, of: 60 }).held === (unlike === 0))
    )
  })

  // Somebody came late and is down for all 60 of 60 minutes
  it("says what would do", () => {
    expect(WriteMinutesAsTheyWere.strength).toBe("hard")
    expect(WriteMinutesAsTheyWere.asks({ unlike: 1, of: 60 })).toEqual({
      rule: WriteMinutesAsTheyWere,
      held: false,
      facts: { unlike: 1, of: 60 },
      limits: {},
      because:
        "The minutes of 1 trainee do not fit the outcome. Attended is all 60, late or left early fewer than that " +
        "and more than 0, absent or not held is 0",
      earliest: null
    })
    expect(WriteMinutesAsTheyWere.asks({ unlike: 0, of: 60 })).toMatchObject({ held: true, because: null })
  })

  it("speaks of several as of several", () => {
    expect(WriteMinutesAsTheyWere.asks({ unlike: 2, of: 60 }).because).toMatch(/^The minutes of 2 trainees do not fit/)
  })
})
