import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { HandWorkToSomebodyWhoMay } from "./HandWorkToSomebodyWhoMay.ts"

describe(HandWorkToSomebodyWhoMay.says, () => {
  it("holds for whoever is in post, competent where they would supervise, and with nothing between", () => {
    const facts = fc.record({
      inPost: fc.boolean(),
      supervises: fc.nat(2),
      competent: fc.boolean(),
      between: fc.nat(1)
    })
    fc.assert(fc.property(facts, (one) => {
      const may = one.inPost && (one.supervises === 0 || one.competent) && one.between === 0
      expect(HandWorkToSomebodyWhoMay.asks(one).held).toBe(may)
    }))
  })

  // Kay would supervise three workers, and was never found to know the remit of the role
  it("says what would do", () => {
    expect(HandWorkToSomebodyWhoMay.strength).toBe("hard")
    expect(HandWorkToSomebodyWhoMay.asks({ inPost: true, supervises: 3, competent: false, between: 0 }).because)
      .toBe("Name somebody else, or hand it over one by one: they lack a competence of whoever supervises")
    expect(HandWorkToSomebodyWhoMay.asks({ inPost: false, supervises: 0, competent: false, between: 1 }).because)
      .toBe(
        "Name somebody else, or hand it over one by one: they are not in post; something is open between them and a " +
          "worker whom they would supervise"
      )
    expect(HandWorkToSomebodyWhoMay.asks({ inPost: true, supervises: 0, competent: false, between: 0 }).because)
      .toBeNull()
  })
})
