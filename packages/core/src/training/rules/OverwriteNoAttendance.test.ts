import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { OverwriteNoAttendance } from "./OverwriteNoAttendance.ts"

const trainee = (number: number): string => `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`
const attended = { stands: "ATTENDED", standsMinutes: 60 } as const

describe(OverwriteNoAttendance.says, () => {
  it("holds while nobody is recorded otherwise, and not with one", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), (count) => {
      const sent = { sent: "LATE", sentMinutes: 40 } as const
      const attendance = Array.from(
        { length: count },
        (_, index) => ({ trainee: trainee(index), ...attended, ...sent })
      )
      expect(OverwriteNoAttendance.asks({ session: "LOSS", attendance }).held).toBe(count === 0)
    }))
  })

  // The day staff wrote that Will attended; the night staff enter the paper, on which he came 20 minutes late
  it("shows what stands and what was sent", () => {
    expect(OverwriteNoAttendance.strength).toBe("hard")
    const one = { trainee: trainee(57), ...attended, sent: "LATE", sentMinutes: 40 } as const
    expect(OverwriteNoAttendance.asks({ session: "LOSS", attendance: [one] })).toEqual({
      rule: OverwriteNoAttendance,
      held: false,
      facts: { session: "LOSS", attendance: [one] },
      limits: {},
      because: "Working with Loss is recorded otherwise for 1 trainee. Attended (60 minutes) stands, " +
        "Came late (40 minutes) was sent. Leave them out, or correct their attendance",
      earliest: null
    })
    expect(OverwriteNoAttendance.asks({ session: "LOSS", attendance: [one, { ...one, trainee: trainee(58) }] }).because)
      .toMatch(/^Working with Loss is recorded otherwise for 2 trainees\. /)
    expect(OverwriteNoAttendance.asks({ session: "LOSS", attendance: [] })).toMatchObject({ held: true, because: null })
  })
})
