import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CompleteTheTraining } from "./CompleteTheTraining.ts"

describe(CompleteTheTraining.says, () => {
  it("holds once it was decided and while that holds, and not before", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), (completed, holds) => {
      expect(CompleteTheTraining.asks({ asked: true, completed, holds }).held).toBe(completed && holds)
    }))
  })

  it("is not asked of the time before the scheme", () => {
    expect(CompleteTheTraining.asks({ asked: false, completed: false, holds: false }).held).toBe(true)
  })

  it.each([
    [false, "The training of the role is not complete. Record who decided that it is, and from what it is known"],
    [true, "The completion of the training no longer holds. Decide about it first"]
  ])("it was decided: %s, and no decision holds", (completed, because) => {
    expect(CompleteTheTraining.strength).toBe("hard")
    expect(CompleteTheTraining.asks({ asked: true, completed, holds: false })).toEqual({
      rule: CompleteTheTraining,
      held: false,
      facts: { asked: true, completed, holds: false },
      limits: {},
      because,
      earliest: null
    })
  })

  it("says nothing where it holds", () => {
    expect(CompleteTheTraining.asks({ asked: true, completed: true, holds: true })).toMatchObject({
      held: true,
      because: null
    })
  })
})
