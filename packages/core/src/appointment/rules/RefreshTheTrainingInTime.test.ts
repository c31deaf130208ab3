import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { RefreshTheTrainingInTime } from "./RefreshTheTrainingInTime.ts"

const lapsesOn = date("2017-03-28")
/** Days from the lapse to the day asked about; half of them at the limit. */
const days = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))

describe(RefreshTheTrainingInTime.says, () => {
  it("holds until the day before the lapse, and where nothing runs out", () => {
    fc.assert(fc.property(days, (count) => {
      const on = addDays(lapsesOn, count)
      expect(RefreshTheTrainingInTime.asks({ lapsesOn, on }).held).toBe(on <= "2017-03-27")
      expect(RefreshTheTrainingInTime.asks({ lapsesOn: null, on }).held).toBe(true)
    }))
  })

  // Trained on 27 March 2016 for twelve months, without grace: good on 27 March 2017, lapsed on 28 March, and asked about five days later
  it("says since when the training has lapsed", () => {
    const facts = { lapsesOn, on: date("2017-04-02") }
    expect(RefreshTheTrainingInTime.strength).toBe("hard")
    expect(RefreshTheTrainingInTime.asks(facts)).toEqual({
      rule: RefreshTheTrainingInTime,
      held: false,
      facts,
      limits: {},
      because: "The training lapsed on 28 March 2017. Record a refresher first",
      earliest: null
    })
  })
})
