import { describe, expect, it } from "vitest"
import { RegisterEachPersonOnce } from "./RegisterEachPersonOnce.ts"

describe(RegisterEachPersonOnce.says, () => {
  it.each([true, false])("the number belongs to somebody else: %s", (numberTaken) => {
    expect(RegisterEachPersonOnce.asks({ numberTaken })).toEqual({
      rule: RegisterEachPersonOnce,
      held: !numberTaken,
      facts: { numberTaken },
      limits: {},
      because: numberTaken
        ? "Another record has this prison number. Look the person up by it, or check the number"
        : null,
      earliest: null
    })
  })
})
