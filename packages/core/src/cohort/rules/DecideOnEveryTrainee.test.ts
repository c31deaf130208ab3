import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { DecideOnEveryTrainee } from "./DecideOnEveryTrainee.ts"

describe(DecideOnEveryTrainee.says, () => {
  it("holds at none, and not at one", () => {
    fc.assert(
      fc.property(fc.nat(3), (undecided) => DecideOnEveryTrainee.asks({ undecided }).held === (undecided === 0))
    )
  })

  // Of fourteen people, twelve have a decision
  it("says what would do", () => {
    expect(DecideOnEveryTrainee.strength).toBe("hard")
    expect(DecideOnEveryTrainee.asks({ undecided: 2 })).toEqual({
      rule: DecideOnEveryTrainee,
      held: false,
      facts: { undecided: 2 },
      limits: {},
      because: "2 trainees have no decision. Decide on completion, or close the training as incomplete",
      earliest: null
    })
    expect(DecideOnEveryTrainee.asks({ undecided: 0 })).toMatchObject({ held: true, because: null })
  })

  it("speaks of one as of one", () => {
    expect(DecideOnEveryTrainee.asks({ undecided: 1 }).because).toMatch(/^1 trainee has no decision/)
  })
})
