import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { HaveADayOfReview } from "./HaveADayOfReview.ts"

describe(HaveADayOfReview.says, () => {
  it("holds from the day after, and not on the day or before", () => {
    const days = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -60, max: 400 }))
    fc.assert(fc.property(fc.nat(400), days, (start, later) => {
      const on = addDays(date("2016-01-01"), start)
      expect(HaveADayOfReview.asks({ on, reviewOn: addDays(on, later) }).held).toBe(later >= 1)
    }))
  })

  // Opened on Wednesday 30 March 2016, to be reviewed on the same day: nothing would be looked at again
  it("says what would do", () => {
    expect(HaveADayOfReview.strength).toBe("hard")
    const facts = { on: date("2016-03-30"), reviewOn: date("2016-03-30") }
    expect(HaveADayOfReview.asks(facts)).toEqual({
      rule: HaveADayOfReview,
      held: false,
      facts,
      limits: {},
      because: "A review on the day itself is none. Name a day after 30 March 2016",
      earliest: null
    })
    expect(HaveADayOfReview.asks({ ...facts, reviewOn: date("2016-03-31") })).toMatchObject({
      held: true,
      because: null
    })
  })
})
