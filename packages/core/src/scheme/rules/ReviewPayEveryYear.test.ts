import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, addMonths, date } from "../../language/LocalDate.ts"
import { ReviewPayEveryYear } from "./ReviewPayEveryYear.ts"

const day = fc.nat(3000).map((days) => addDays(date("2012-01-01"), days))
/** How many days after the year; half of the cases at its end. */
const beyond = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))

describe(ReviewPayEveryYear.says, () => {
  it("holds to the day twelve months after, and from the next day on it is late", () => {
    fc.assert(fc.property(day, beyond, (reviewedOn, days) => {
      const on = addDays(addMonths(reviewedOn, 12), days)
      expect(ReviewPayEveryYear.asks({ reviewedOn, on }).held).toBe(days <= 0)
    }))
  })

  // Published on 27 February 2014: still in time on 27 February 2015, and late on 28 February
  it("asks somebody to look, and refuses nothing", () => {
    const facts = { reviewedOn: date("2014-02-27"), on: date("2015-02-28") }
    expect(ReviewPayEveryYear.strength).toBe("alert")
    expect(ReviewPayEveryYear.asks({ ...facts, on: date("2015-02-27") })).toMatchObject({ held: true, because: null })
    expect(ReviewPayEveryYear.asks(facts)).toEqual({
      rule: ReviewPayEveryYear,
      held: false,
      facts,
      limits: { months: 12 },
      because: "The pay bands were to be looked at by 27 February 2015. Review them, and record that",
      earliest: null
    })
  })

  it("asks nothing while no bands are published", () => {
    expect(ReviewPayEveryYear.asks({ reviewedOn: null, on: date("2015-02-28") }).held).toBe(true)
  })
})
