import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { RegisterAsLegacyOnlyWhoServedBefore } from "./RegisterAsLegacyOnlyWhoServedBefore.ts"

const on = date("2015-11-02")
const adoptedOn = date("2015-10-01")
/** The limit of twelve months, worked out by hand: the same day of the next year. */
const lastDay = date("2016-11-02")
const near = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))

describe(RegisterAsLegacyOnlyWhoServedBefore.says, () => {
  it("holds from the day before the scheme began backwards", () => {
    fc.assert(fc.property(near, (days) => {
      const facts = { asked: true, inRoleSince: addDays(adoptedOn, days), adoptedOn, on, waiverUntil: lastDay }
      expect(RegisterAsLegacyOnlyWhoServedBefore.asks(facts, { months: 12 }).held).toBe(days < 0)
    }))
  })

  it("holds for a waiver that ends after the day of registration and by the last day that the scheme allows", () => {
    fc.assert(fc.property(fc.constantFrom(on, lastDay), near, (edge, days) => {
      const waiverUntil = addDays(edge, days)
      const facts = { asked: true, inRoleSince: date("2011-11-01"), adoptedOn, on, waiverUntil }
      expect(RegisterAsLegacyOnlyWhoServedBefore.asks(facts, { months: 12 }).held)
        .toBe(waiverUntil > "2015-11-02" && waiverUntil <= "2016-11-02")
    }))
  })

  // In role since November 2011, the scheme adopted on 1 October 2015: four years, and a waiver of at most one more
  it.each(["2015-11-02", "2016-11-03"])("a waiver until %s is refused", (waiverUntil) => {
    const facts = { asked: true, inRoleSince: date("2011-11-01"), adoptedOn, on, waiverUntil: date(waiverUntil) }
    expect(RegisterAsLegacyOnlyWhoServedBefore.strength).toBe("hard")
    expect(RegisterAsLegacyOnlyWhoServedBefore.asks(facts, { months: 12 })).toEqual({
      rule: RegisterAsLegacyOnlyWhoServedBefore,
      held: false,
      facts,
      limits: { months: 12 },
      because: "The waiver must end after 2 November 2015 and by 2 November 2016",
      earliest: null
    })
  })

  it.each([
    ["a scheme that never began", null, "2011-11-01"],
    ["somebody who began with the scheme", adoptedOn, "2015-10-01"]
  ])("%s has no legacy", (_, adopted, since) => {
    const facts = { asked: true, inRoleSince: date(since), adoptedOn: adopted, on, waiverUntil: date("2017-11-02") }
    expect(RegisterAsLegacyOnlyWhoServedBefore.asks(facts, { months: 12 })).toMatchObject({
      held: false,
      because: "The person was not in the role before the scheme began. Propose an appointment instead",
      earliest: null
    })
  })

  it("is not asked of somebody who was appointed", () => {
    const facts = { asked: false, inRoleSince: addDays(adoptedOn, 1), adoptedOn, on, waiverUntil: on }
    expect(RegisterAsLegacyOnlyWhoServedBefore.asks(facts, { months: 12 })).toMatchObject({ held: true, because: null })
  })

  it("is broken while the scheme has not decided how long a waiver may last", () => {
    const facts = { asked: true, inRoleSince: date("2011-11-01"), adoptedOn, on, waiverUntil: date("2015-11-03") }
    expect(RegisterAsLegacyOnlyWhoServedBefore.asks(facts)).toMatchObject({
      held: false,
      limits: { months: null },
      because:
        "The scheme has not decided for that day how long a worker who was in role before the scheme may stay in it untrained " +
        "(legacyWaiverMonths). A coordinator decides it with DecideSchemePolicy",
      earliest: null
    })
    expect(RegisterAsLegacyOnlyWhoServedBefore.asks(facts, { months: 1 })).toMatchObject({ held: true, because: null })
  })
})
