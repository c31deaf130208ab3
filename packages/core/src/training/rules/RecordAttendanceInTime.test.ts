import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { RecordAttendanceInTime } from "./RecordAttendanceInTime.ts"

describe(RecordAttendanceInTime.says, () => {
  it("holds to the last of the days, and not one day later", () => {
    fc.assert(fc.property(fc.nat(30), fc.integer({ min: -2, max: 2 }), (days, more) => {
      const daysLate = Math.max(0, days + more)
      expect(RecordAttendanceInTime.asks({ daysLate }, { days }).held).toBe(daysLate <= days)
    }))
  })

  // Held on 14 March, recorded on 22 March: eight days, where the scheme allows seven
  it("says what would do", () => {
    expect(RecordAttendanceInTime.strength).toBe("soft")
    expect(RecordAttendanceInTime.asks({ daysLate: 8 }, { days: 7 })).toEqual({
      rule: RecordAttendanceInTime,
      held: false,
      facts: { daysLate: 8 },
      limits: { days: 7 },
      because: "The session lies 8 days back and the scheme allows 7. Give a reason why it is recorded late",
      earliest: null
    })
    expect(RecordAttendanceInTime.asks({ daysLate: 7 }, { days: 7 })).toMatchObject({ held: true, because: null })
  })

  it("is broken while the scheme has not decided how late is late", () => {
    expect(RecordAttendanceInTime.asks({ daysLate: 0 })).toMatchObject({
      held: false,
      limits: { days: null },
      because:
        "The scheme has not decided for that day how long after the day something may be recorded without a reason " +
        "(lateRecordingDays). A coordinator decides it with DecideSchemePolicy"
    })
  })
})
