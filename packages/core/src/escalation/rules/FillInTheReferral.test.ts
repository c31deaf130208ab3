import { describe, expect, it } from "vitest"
import { FillInTheReferral } from "./FillInTheReferral.ts"

describe(FillInTheReferral.says, () => {
  it.each([true, false])("everything is there: %s", (complete) => {
    expect(FillInTheReferral.strength).toBe("hard")
    expect(FillInTheReferral.asks({ complete })).toMatchObject({
      held: complete,
      because: complete
        ? null
        : "Say when and where it happened, what it was, in which area you work, who was involved, and describe it"
    })
  })
})
