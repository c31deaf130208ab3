import { describe, expect, it } from "vitest"
import { BeSupervisedWithNothingBetween } from "./BeSupervisedWithNothingBetween.ts"

describe(BeSupervisedWithNothingBetween.says, () => {
  it.each([true, false])("something is open between them: %s", (between) => {
    expect(BeSupervisedWithNothingBetween.strength).toBe("hard")
    expect(BeSupervisedWithNothingBetween.asks({ between })).toEqual({
      rule: BeSupervisedWithNothingBetween,
      held: !between,
      facts: { between },
      limits: {},
      because: between ? "This member of staff cannot supervise this worker now. Name somebody else" : null,
      earliest: null
    })
  })
})
