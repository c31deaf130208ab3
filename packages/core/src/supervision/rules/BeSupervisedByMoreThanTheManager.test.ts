import { describe, expect, it } from "vitest"
import { BeSupervisedByMoreThanTheManager } from "./BeSupervisedByMoreThanTheManager.ts"

describe(BeSupervisedByMoreThanTheManager.says, () => {
  it.each([true, false])("the only one who manages: %s", (managesAlone) => {
    expect(BeSupervisedByMoreThanTheManager.strength).toBe("soft")
    expect(BeSupervisedByMoreThanTheManager.asks({ managesAlone })).toEqual({
      rule: BeSupervisedByMoreThanTheManager,
      held: !managesAlone,
      facts: { managesAlone },
      limits: {},
      because: managesAlone
        ? "Whoever manages the work hears less of what goes wrong in it. Name somebody else, or record why not"
        : null,
      earliest: null
    })
  })
})
