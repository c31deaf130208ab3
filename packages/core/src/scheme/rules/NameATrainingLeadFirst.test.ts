import { describe, expect, it } from "vitest"
import { NameATrainingLeadFirst } from "./NameATrainingLeadFirst.ts"

describe(NameATrainingLeadFirst.says, () => {
  it.each([true, false])("somebody in post holds it: %s", (held) => {
    expect(NameATrainingLeadFirst.asks({ held })).toEqual({
      rule: NameATrainingLeadFirst,
      held,
      facts: { held },
      limits: {},
      because: held ? null : "Nobody holds the training on that day. Name a training lead who is in post",
      earliest: null
    })
  })
})
