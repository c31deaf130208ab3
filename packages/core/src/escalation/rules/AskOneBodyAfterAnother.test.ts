import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { AskOneBodyAfterAnother } from "./AskOneBodyAfterAnother.ts"

const waitsSince = date("2016-03-24")
/** Days since it was sent to the body before; half of them at the limit, which is twenty. */
const days = fc.oneof(fc.integer({ min: 18, max: 22 }), fc.integer({ min: -30, max: 90 }))

describe(AskOneBodyAfterAnother.says, () => {
  it("holds from the twenty-first day without an answer, and not before", () => {
    fc.assert(fc.property(days, (count) => {
      const facts = { on: addDays(waitsSince, count), skipsOne: false, waitsSince }
      expect(AskOneBodyAfterAnother.asks(facts, { days: 20 }).held).toBe(count >= 21)
    }))
  })

  // Sent on 24 March 2016 with twenty days to answer: until 13 April, and on from 14 April
  it("says until when an answer may come", () => {
    const facts = { on: date("2016-04-13"), skipsOne: false, waitsSince }
    expect(AskOneBodyAfterAnother.strength).toBe("soft")
    expect(AskOneBodyAfterAnother.asks(facts, { days: 20 })).toEqual({
      rule: AskOneBodyAfterAnother,
      held: false,
      facts,
      limits: { days: 20 },
      because: "An answer may come until 13 April 2016. Send it on after that, or say why it cannot wait",
      earliest: null
    })
  })

  it("passes over nobody, however long ago", () => {
    const on = date("2016-05-31")
    const because = "Send it to the body before first, or say why it cannot wait"
    for (const since of [null, waitsSince]) {
      expect(AskOneBodyAfterAnother.asks({ on, skipsOne: true, waitsSince: since }, { days: 20 }))
        .toMatchObject({ held: false, because })
    }
    expect(AskOneBodyAfterAnother.asks({ on, skipsOne: false, waitsSince: null }, { days: 20 }).held).toBe(true)
  })

  it("is broken while the scheme has not decided how long an answer may take", () => {
    expect(AskOneBodyAfterAnother.asks({ on: waitsSince, skipsOne: false, waitsSince: null })).toMatchObject({
      held: false,
      limits: { days: null },
      because:
        "The scheme has not decided for that day how long the provider, the commissioner or the regulator has to answer a concern for the safety of patients " +
        "(safetyAnswerDays). A coordinator decides it with DecideSchemePolicy"
    })
  })
})
