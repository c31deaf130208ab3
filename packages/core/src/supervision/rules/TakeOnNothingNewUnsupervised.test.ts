import { describe, expect, it } from "vitest"
import { TakeOnNothingNewUnsupervised } from "./TakeOnNothingNewUnsupervised.ts"

describe(TakeOnNothingNewUnsupervised.says, () => {
  it.each([true, false])("beyond grace: %s", (beyondGrace) => {
    expect(TakeOnNothingNewUnsupervised.strength).toBe("hard")
    expect(TakeOnNothingNewUnsupervised.asks({ beyondGrace })).toEqual({
      rule: TakeOnNothingNewUnsupervised,
      held: !beyondGrace,
      facts: { beyondGrace },
      limits: {},
      because: beyondGrace
        ? "The supervision of this worker is overdue beyond grace. Hold it first, or choose somebody else"
        : null,
      earliest: null
    })
  })
})
