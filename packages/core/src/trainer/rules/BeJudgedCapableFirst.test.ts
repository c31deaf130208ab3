import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { BeJudgedCapableFirst } from "./BeJudgedCapableFirst.ts"

describe(BeJudgedCapableFirst.says, () => {
  it("holds for a judgement without a condition, and where none is asked", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (asked, judged, conditional) => {
      expect(BeJudgedCapableFirst.asks({ asked, judged, conditional }).held).toBe(!asked || (judged && !conditional))
    }))
  })

  it.each([
    [false, "Nobody judged them capable of it. Record the judgement first"],
    [true, "They were judged capable on a condition. Judge them anew when it is met"]
  ])("judged, on a condition: %s", (judged, because) => {
    const facts = { asked: true, judged, conditional: judged }
    expect(BeJudgedCapableFirst.strength).toBe("hard")
    expect(BeJudgedCapableFirst.asks(facts)).toEqual({
      rule: BeJudgedCapableFirst,
      held: false,
      facts,
      limits: {},
      because,
      earliest: null
    })
  })
})
