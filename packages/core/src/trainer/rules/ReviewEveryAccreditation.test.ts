import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { ReviewEveryAccreditation } from "./ReviewEveryAccreditation.ts"

const on = date("2016-05-30")
/** Days from the accreditation to its review; half of them at the limits, which are one day and twelve months. */
const days = fc.oneof(
  fc.integer({ min: -1, max: 2 }),
  fc.integer({ min: 363, max: 367 }),
  fc.integer({ min: -400, max: 800 })
)

describe(ReviewEveryAccreditation.says, () => {
  it("holds from the day after until the last day that the scheme allows", () => {
    fc.assert(fc.property(days, (count) => {
      const reviewOn = addDays(on, count)
      const holds = reviewOn >= "2016-05-31" && reviewOn <= "2017-05-30"
      expect(ReviewEveryAccreditation.asks({ on, reviewOn }, { months: 12 }).held).toBe(holds)
    }))
  })

  // Accredited on 30 May 2016 for twelve months at most: 30 May 2017 will do, 31 May is too late
  it("says between which days the review can be", () => {
    const facts = { on, reviewOn: date("2017-05-31") }
    expect(ReviewEveryAccreditation.strength).toBe("hard")
    expect(ReviewEveryAccreditation.asks(facts, { months: 12 })).toEqual({
      rule: ReviewEveryAccreditation,
      held: false,
      facts,
      limits: { months: 12 },
      because: "The review is after 30 May 2016 and no later than 30 May 2017",
      earliest: null
    })
  })

  it("is broken while the scheme has not decided how long one stands", () => {
    expect(ReviewEveryAccreditation.asks({ on, reviewOn: addDays(on, 7) })).toMatchObject({
      held: false,
      limits: { months: null },
      because:
        "The scheme has not decided for that day how long a trainer's accreditation stands until it is reviewed " +
        "(accreditationMonths). A coordinator decides it with DecideSchemePolicy"
    })
  })
})
