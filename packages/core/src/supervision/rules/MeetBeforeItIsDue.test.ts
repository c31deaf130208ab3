import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { MeetBeforeItIsDue } from "./MeetBeforeItIsDue.ts"

const dueOn = date("2016-05-09")
const days = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))

describe(MeetBeforeItIsDue.says, () => {
  it("holds up to the day on which it is due, and always where nothing is due", () => {
    fc.assert(fc.property(days, (after) => {
      const meetsOn = addDays(dueOn, after)
      expect(MeetBeforeItIsDue.asks({ meetsOn, dueOn }).held).toBe(after <= 0)
      expect(MeetBeforeItIsDue.asks({ meetsOn, dueOn: null }).held).toBe(true)
    }))
  })

  // Held on 11 April; 28 days later is 9 May: April has 19 days left after the 11th, and nine more make 28
  it("10 May is a day late", () => {
    expect(MeetBeforeItIsDue.strength).toBe("soft")
    expect(MeetBeforeItIsDue.asks({ meetsOn: date("2016-05-10"), dueOn })).toEqual({
      rule: MeetBeforeItIsDue,
      held: false,
      facts: { meetsOn: "2016-05-10", dueOn: "2016-05-09" },
      limits: {},
      because: "Supervision is due on 9 May 2016. Schedule it by then, or record why it is later",
      earliest: null
    })
  })
})
