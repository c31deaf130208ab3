import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { FollowFromWhereThePersonWas } from "./FollowFromWhereThePersonWas.ts"

const days = fc.option(fc.nat(400).map((count) => addDays(date("2016-01-01"), count)))

describe(FollowFromWhereThePersonWas.says, () => {
  it("is broken by any movement that does not follow", () => {
    fc.assert(fc.property(days, (misfit) => FollowFromWhereThePersonWas.asks({ misfit }).held === (misfit === null)))
  })

  it("asks somebody to look, and refuses nothing", () => {
    expect(FollowFromWhereThePersonWas.strength).toBe("alert")
    expect(FollowFromWhereThePersonWas.asks({ misfit: date("2016-03-10") })).toEqual({
      rule: FollowFromWhereThePersonWas,
      held: false,
      facts: { misfit: "2016-03-10" },
      limits: {},
      because: "The movement recorded for 10 March 2016 does not follow from where the person was before it. " +
        "Record what is missing, or correct it",
      earliest: null
    })
  })
})
