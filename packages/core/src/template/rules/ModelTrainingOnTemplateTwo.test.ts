import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ModelTrainingOnTemplateTwo } from "./ModelTrainingOnTemplateTwo.ts"

describe(ModelTrainingOnTemplateTwo.says, () => {
  it("holds from all nine sessions on", () => {
    fc.assert(
      fc.property(fc.nat(12), (covered) => ModelTrainingOnTemplateTwo.asks({ covered }).held === (covered >= 9))
    )
  })

  // Template 1 has six of the nine sessions in the content of template 2
  it("says what would do", () => {
    expect(ModelTrainingOnTemplateTwo.strength).toBe("soft")
    expect(ModelTrainingOnTemplateTwo.asks({ covered: 6 })).toEqual({
      rule: ModelTrainingOnTemplateTwo,
      held: false,
      facts: { covered: 6 },
      limits: { sessions: 9 },
      because: "Template 2 is recommended as the model. This one has 6 of its 9 sessions. Give a reason for it",
      earliest: null
    })
    expect(ModelTrainingOnTemplateTwo.asks({ covered: 9 })).toMatchObject({ held: true, because: null })
  })
})
