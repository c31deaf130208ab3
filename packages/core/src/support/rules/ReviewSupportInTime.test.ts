import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { ReviewSupportInTime } from "./ReviewSupportInTime.ts"

describe(ReviewSupportInTime.says, () => {
  it("holds up to the last day that the scheme leaves, and not after", () => {
    const near = fc.integer({ min: 1, max: 100 }).chain((days) =>
      fc.integer({ min: -2, max: 2 }).map((off) => ({ days, after: days + off }))
    )
    fc.assert(fc.property(fc.nat(400), near, (start, { after, days }) => {
      const on = addDays(date("2016-01-01"), start)
      expect(ReviewSupportInTime.asks({ on, reviewOn: addDays(on, after) }, { days }).held).toBe(after <= days)
    }))
  })

  // Opened on Wednesday 30 March 2016; 28 days later is Wednesday 27 April
  it("says up to which day, and that a reason would do", () => {
    expect(ReviewSupportInTime.strength).toBe("soft")
    const facts = { on: date("2016-03-30"), reviewOn: date("2016-04-28") }
    expect(ReviewSupportInTime.asks(facts, { days: 28 })).toEqual({
      rule: ReviewSupportInTime,
      held: false,
      facts,
      limits: { days: 28 },
      because: "Support is looked at again within 28 days. Name a day up to 27 April 2016, or record why it is later",
      earliest: null
    })
    expect(ReviewSupportInTime.asks({ ...facts, reviewOn: date("2016-04-27") }, { days: 28 }).held).toBe(true)
    expect(ReviewSupportInTime.asks(facts).because).toBe(
      "The scheme has not decided for that day how long after the support of a worker was last looked at it is looked " +
        "at again (supportReviewDays). A coordinator decides it with DecideSchemePolicy. Until then, record why that " +
        "day will do"
    )
  })
})
