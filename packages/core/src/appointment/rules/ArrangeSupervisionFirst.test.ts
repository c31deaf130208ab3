import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { ArrangeSupervisionFirst } from "./ArrangeSupervisionFirst.ts"

const from = date("2016-04-04")
const near = fc.integer({ min: -2, max: 2 })
/** The interval that the scheme decided, and after how many days the first supervision is: often next to an end. */
const arrangements = fc.integer({ min: 0, max: 60 }).chain((days) =>
  fc.oneof(near, near.map((count) => days + count), fc.integer({ min: -400, max: 400 })).map((after) => ({
    days,
    after
  }))
)

describe(ArrangeSupervisionFirst.says, () => {
  it("holds from the first day of work to the last day of the interval", () => {
    fc.assert(fc.property(arrangements, ({ after, days }) => {
      const held = ArrangeSupervisionFirst.asks({ from, firstOn: addDays(from, after) }, { days }).held
      expect(held).toBe(after >= 0 && after <= days)
    }))
  })

  // 28 days after 4 April is 2 May: April has 26 days left after the 4th, and two more make 28
  it.each(["2016-04-03", "2016-05-03"])("a first supervision on %s is outside of four weeks", (day) => {
    expect(ArrangeSupervisionFirst.strength).toBe("hard")
    expect(ArrangeSupervisionFirst.asks({ from, firstOn: date(day) }, { days: 28 })).toEqual({
      rule: ArrangeSupervisionFirst,
      held: false,
      facts: { from, firstOn: day },
      limits: { days: 28 },
      because: "Set the first supervision between 4 April 2016 and 2 May 2016",
      earliest: null
    })
  })

  it.each(["2016-04-04", "2016-05-02"])("one on %s is not", (day) => {
    expect(ArrangeSupervisionFirst.asks({ from, firstOn: date(day) }, { days: 28 })).toMatchObject({
      held: true,
      because: null
    })
  })

  it("is broken while the scheme has not decided how often", () => {
    expect(ArrangeSupervisionFirst.asks({ from, firstOn: from })).toMatchObject({
      held: false,
      limits: { days: null },
      because: "The scheme has not decided for that day how long after one supervision the next is due " +
        "(supervisionEveryDays). A coordinator decides it with DecideSchemePolicy",
      earliest: null
    })
  })
})
