import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { date } from "../../language/LocalDate.ts"
import { BeClearedBeforeTraining } from "./BeClearedBeforeTraining.ts"

describe(BeClearedBeforeTraining.says, () => {
  it("holds where nothing is asked, where no training has begun, and where the clearance came first", () => {
    const facts = fc.record({
      asked: fc.boolean(),
      began: fc.constantFrom(null, date("2016-04-20")),
      cleared: fc.boolean()
    })
    fc.assert(fc.property(facts, (one) => {
      const isBroken = one.asked && one.began !== null && !one.cleared
      expect(BeClearedBeforeTraining.asks(one).held).toBe(!isBroken)
    }))
  })

  // A Listener was trained on 20 April 2016, and security cleared them on 2 May
  it("says which training it was, and what comes first", () => {
    expect(BeClearedBeforeTraining.strength).toBe("hard")
    expect(BeClearedBeforeTraining.asks({ asked: true, began: date("2016-04-20"), cleared: false })).toEqual({
      rule: BeClearedBeforeTraining,
      held: false,
      facts: { asked: true, began: "2016-04-20", cleared: false },
      limits: {},
      because: "On 20 April 2016, when the training began, security had not cleared the person. Record the clearance " +
        "first, and let the training begin on its day or after it",
      earliest: null
    })
  })
})
