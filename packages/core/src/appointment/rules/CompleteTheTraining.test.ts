import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CompleteTheTraining } from "./CompleteTheTraining.ts"

describe(CompleteTheTraining.says, () => {
  it("holds once it was decided, and not before", () => {
    fc.assert(fc.property(fc.boolean(), (completed) => CompleteTheTraining.asks({ completed }).held === completed))
  })

  it.each([true, false])("it was decided: %s", (completed) => {
    expect(CompleteTheTraining.strength).toBe("hard")
    expect(CompleteTheTraining.asks({ completed })).toEqual({
      rule: CompleteTheTraining,
      held: completed,
      facts: { completed },
      limits: {},
      because: completed
        ? null
        : "The training of the role is not complete. Record who decided that it is, and from what it is known",
      earliest: null
    })
  })
})
