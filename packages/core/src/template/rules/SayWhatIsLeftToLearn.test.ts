import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { SayWhatIsLeftToLearn } from "./SayWhatIsLeftToLearn.ts"

describe(SayWhatIsLeftToLearn.says, () => {
  it("holds in full or not at all, and in part only where it was said", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), (inPart, said) => {
      expect(SayWhatIsLeftToLearn.asks({ inPart, said }).held).toBe(said || !inPart)
    }))
  })

  // Care for older adults counts in part: what is left is the care of people with dementia, and it takes so long
  it("says what would do", () => {
    expect(SayWhatIsLeftToLearn.strength).toBe("hard")
    expect(SayWhatIsLeftToLearn.asks({ inPart: true, said: false })).toEqual({
      rule: SayWhatIsLeftToLearn,
      held: false,
      facts: { inPart: true, said: false },
      limits: {},
      because: "Say what is left to learn, and how many minutes it takes",
      earliest: null
    })
    expect(SayWhatIsLeftToLearn.asks({ inPart: true, said: true })).toMatchObject({ held: true, because: null })
  })
})
