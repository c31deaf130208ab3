import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CorrectLateWithAuthority } from "./CorrectLateWithAuthority.ts"

describe(CorrectLateWithAuthority.says, () => {
  it("holds to the last of the days, and after that for who may correct late", () => {
    fc.assert(fc.property(fc.nat(30), fc.integer({ min: -2, max: 2 }), (days, more) => {
      const daysLate = Math.max(0, days + more)
      expect(CorrectLateWithAuthority.asks({ daysLate, mayCorrectLate: false }, { days }).held).toBe(daysLate <= days)
      expect(CorrectLateWithAuthority.asks({ daysLate, mayCorrectLate: true }, { days }).held).toBe(true)
    }))
  })

  // Held on 14 March, corrected by an officer on 22 March: eight days, where the scheme allows seven
  it("says what would do", () => {
    expect(CorrectLateWithAuthority.strength).toBe("hard")
    expect(CorrectLateWithAuthority.asks({ daysLate: 8, mayCorrectLate: false }, { days: 7 })).toEqual({
      rule: CorrectLateWithAuthority,
      held: false,
      facts: { daysLate: 8, mayCorrectLate: false },
      limits: { days: 7 },
      because: "The session lies 8 days back and the scheme allows 7. Ask a coordinator or safeguarding to correct it",
      earliest: null
    })
    expect(CorrectLateWithAuthority.asks({ daysLate: 7, mayCorrectLate: false }, { days: 7 })).toMatchObject({
      held: true,
      because: null
    })
  })

  it("is broken while the scheme has not decided how late is late", () => {
    expect(CorrectLateWithAuthority.asks({ daysLate: 0, mayCorrectLate: false })).toMatchObject({
      held: false,
      limits: { days: null },
      because:
        "The scheme has not decided for that day how long after the day something may be recorded without a reason " +
        "(lateRecordingDays). A coordinator decides it with DecideSchemePolicy"
    })
  })
})
