import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { TakeNoAdviceFromAnInterest } from "./TakeNoAdviceFromAnInterest.ts"

describe(TakeNoAdviceFromAnInterest.says, () => {
  it("holds once they declared that nothing ties them to the person", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), (declared, conflict) => {
      expect(TakeNoAdviceFromAnInterest.asks({ declared, conflict }).held).toBe(declared && !conflict)
    }))
  })

  // An experienced worker owes the applicant tobacco, and says so when asked
  it.each([
    [true, true, "They declared an interest in this selection. Decide without their advice, or ask another worker"],
    [false, false, "Ask them first what ties them to the person, and record what they declare"]
  ])("asked %s, with an interest %s, they do not advise", (declared, conflict, because) => {
    expect(TakeNoAdviceFromAnInterest.strength).toBe("hard")
    expect(TakeNoAdviceFromAnInterest.asks({ declared, conflict })).toEqual({
      rule: TakeNoAdviceFromAnInterest,
      held: false,
      facts: { declared, conflict },
      limits: {},
      because,
      earliest: null
    })
  })
})
