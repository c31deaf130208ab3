import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { addWorkingDays } from "../../language/WorkingDays.ts"
import { LookAtChangesInTime } from "./LookAtChangesInTime.ts"

describe(LookAtChangesInTime.says, () => {
  it("holds up to the last working day, and not after", () => {
    const late = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.nat(60))
    fc.assert(fc.property(fc.nat(300), fc.nat(10), late, (start, workingDays, days) => {
      const recordedOn = addDays(date("2016-01-01"), start)
      const due = addWorkingDays(recordedOn, workingDays)
      const on = addDays(due, days)
      return LookAtChangesInTime.asks({ recordedOn, on }, { workingDays }).held === (on <= due)
    }))
  })

  // Recorded on Maundy Thursday, 24 March 2016: the next working day is Tuesday 29 March, after Easter Monday
  it("refuses nothing, and says when it was due", () => {
    expect(LookAtChangesInTime.strength).toBe("alert")
    const facts = { recordedOn: date("2016-03-24"), on: date("2016-03-30") }
    expect(LookAtChangesInTime.asks({ ...facts, on: date("2016-03-29") }, { workingDays: 1 }).held).toBe(true)
    expect(LookAtChangesInTime.asks(facts, { workingDays: 1 })).toMatchObject({
      held: false,
      because: "It was to be looked at by 29 March 2016. Say to whoever relies on it that it was late"
    })
    expect(LookAtChangesInTime.asks(facts).because).toBe(
      "The scheme has not decided for that day how soon somebody looks at a change of a worker's circumstances " +
        "(acknowledgeChangeWorkingDays). A coordinator decides it with DecideSchemePolicy"
    )
  })
})
