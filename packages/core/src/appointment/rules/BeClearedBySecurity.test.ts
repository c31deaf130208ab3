import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { BeClearedBySecurity } from "./BeClearedBySecurity.ts"

const on = date("2017-03-27")
/** How many days after the day asked about the clearance runs out, or null where it has no end. */
const left = fc.option(fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 })), { freq: 4 })

describe(BeClearedBySecurity.says, () => {
  it("holds to the end of the last day on which a clearance is good", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), left, (asked, cleared, days) => {
      const validUntil = days === null ? null : addDays(on, days)
      const holds = !asked || (cleared && (days === null || days >= 0))
      expect(BeClearedBySecurity.asks({ asked, cleared, validUntil, on }).held).toBe(holds)
    }))
  })

  // A Listener was cleared until 27 March 2017: cleared on that day, not on the day after
  it("is in date on its last day", () => {
    const facts = { asked: true, cleared: true, validUntil: date("2017-03-27") }
    expect(BeClearedBySecurity.strength).toBe("hard")
    expect(BeClearedBySecurity.asks({ ...facts, on })).toEqual({
      rule: BeClearedBySecurity,
      held: true,
      facts: { ...facts, on },
      limits: {},
      because: null,
      earliest: null
    })
    expect(BeClearedBySecurity.asks({ ...facts, on: date("2017-03-28") })).toEqual({
      rule: BeClearedBySecurity,
      held: false,
      facts: { ...facts, on: "2017-03-28" },
      limits: {},
      because: "The clearance was good until 27 March 2017. Record a new one first",
      earliest: null
    })
  })

  it.each([null, date("2018-01-01"), date("2016-01-01")])("nobody is cleared by a refusal, good until %s", (until) => {
    expect(BeClearedBySecurity.asks({ asked: true, cleared: false, validUntil: until, on })).toMatchObject({
      held: false,
      because: "Security has not cleared the person for this role. Record the clearance first",
      earliest: null
    })
  })

  it("is not asked where the role does not ask for it", () => {
    expect(BeClearedBySecurity.asks({ asked: false, cleared: false, validUntil: null, on })).toMatchObject({
      held: true,
      because: null
    })
  })
})
