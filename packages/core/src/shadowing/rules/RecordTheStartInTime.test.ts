import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { RecordTheStartInTime } from "./RecordTheStartInTime.ts"

/** How many days the scheme allows, and how late it is: often next to each other. */
const counts = fc.tuple(fc.nat(30), fc.option(fc.integer({ min: -1, max: 1 })), fc.nat(400))
  .map(([days, near, any]) => ({ days, daysLate: near === null ? any : Math.max(0, days + near) }))

describe(RecordTheStartInTime.says, () => {
  it("holds to the last of the days, and not one day later", () => {
    fc.assert(fc.property(counts, ({ days, daysLate }) => {
      expect(RecordTheStartInTime.asks({ daysLate }, { days }).held).toBe(daysLate <= days)
    }))
  })

  // Started on 21 March, recorded on 29 March: eight days, where the scheme allows seven
  it("one day too late needs a reason that somebody gives by name", () => {
    expect(RecordTheStartInTime.strength).toBe("soft")
    expect(RecordTheStartInTime.asks({ daysLate: 8 }, { days: 7 })).toEqual({
      rule: RecordTheStartInTime,
      held: false,
      facts: { daysLate: 8 },
      limits: { days: 7 },
      because: "The start lies 8 days back and the scheme allows 7. Give a reason why it is recorded late",
      earliest: null
    })
    expect(RecordTheStartInTime.asks({ daysLate: 7 }, { days: 7 })).toMatchObject({ held: true, because: null })
  })

  it("is broken while the scheme has not decided how late is late", () => {
    expect(RecordTheStartInTime.asks({ daysLate: 0 })).toMatchObject({
      held: false,
      limits: { days: null },
      because:
        "The scheme has not decided for that day how long after the day something may be recorded without a reason " +
        "(lateRecordingDays). A coordinator decides it with DecideSchemePolicy",
      earliest: null
    })
  })
})
