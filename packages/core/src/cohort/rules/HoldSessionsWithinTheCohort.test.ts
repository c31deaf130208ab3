import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { HoldSessionsWithinTheCohort } from "./HoldSessionsWithinTheCohort.ts"

const endsOn = date("2016-03-16")
const days = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))

describe(HoldSessionsWithinTheCohort.says, () => {
  it("holds until the last day, and is broken on the day after", () => {
    fc.assert(fc.property(days, (after) => {
      expect(HoldSessionsWithinTheCohort.asks({ heldOn: addDays(endsOn, after), endsOn }).held).toBe(after <= 0)
    }))
  })

  // Moved by a lockdown from Wednesday to the day after the course
  it("says what to see to", () => {
    expect(HoldSessionsWithinTheCohort.strength).toBe("alert")
    expect(HoldSessionsWithinTheCohort.asks({ heldOn: date("2016-03-17"), endsOn })).toEqual({
      rule: HoldSessionsWithinTheCohort,
      held: false,
      facts: { heldOn: "2016-03-17", endsOn: "2016-03-16" },
      limits: {},
      because:
        "The cohort ends on 16 March 2016, and the session is on 17 March 2016. See that time and room are there",
      earliest: null
    })
  })
})
