import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { ShadowAnExperiencedWorker } from "./ShadowAnExperiencedWorker.ts"

const inRoleSince = date("2015-09-21")
/** Six months after 21 September 2015, worked out by hand. */
const experiencedOn = date("2016-03-21")
const near = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))

describe(ShadowAnExperiencedWorker.says, () => {
  it("holds from the day on which the months are full, and not the day before", () => {
    fc.assert(fc.property(near, (days) => {
      const facts = { inRoleSince, on: addDays(experiencedOn, days) }
      expect(ShadowAnExperiencedWorker.asks(facts, { months: 6 }).held).toBe(days >= 0)
    }))
  })

  // In role since 21 September 2015: six months are full on 21 March 2016
  it("says from when they are experienced", () => {
    expect(ShadowAnExperiencedWorker.strength).toBe("hard")
    expect(ShadowAnExperiencedWorker.asks({ inRoleSince, on: date("2016-03-20") }, { months: 6 })).toEqual({
      rule: ShadowAnExperiencedWorker,
      held: false,
      facts: { inRoleSince: "2015-09-21", on: "2016-03-20" },
      limits: { months: 6 },
      because: "The mentor is experienced on 21 March 2016. Choose another, or begin on or after that day",
      earliest: "2016-03-21"
    })
    expect(ShadowAnExperiencedWorker.asks({ inRoleSince, on: experiencedOn }, { months: 6 })).toMatchObject({
      held: true,
      because: null,
      earliest: null
    })
  })

  it("somebody who is in no role of the scheme never is, even where no month is asked for", () => {
    expect(ShadowAnExperiencedWorker.asks({ inRoleSince: null, on: experiencedOn }, { months: 0 })).toEqual({
      rule: ShadowAnExperiencedWorker,
      held: false,
      facts: { inRoleSince: null, on: "2016-03-21" },
      limits: { months: 0 },
      because: "The mentor is not in a role of the scheme. Choose one who is",
      earliest: null
    })
  })

  it("is broken while the scheme has not decided how long", () => {
    expect(ShadowAnExperiencedWorker.asks({ inRoleSince: date("2001-01-01"), on: experiencedOn })).toMatchObject({
      held: false,
      limits: { months: null },
      because:
        "The scheme has not decided for that day how long a worker has been in role before a new worker may shadow them " +
        "(mentorMonthsInRole). A coordinator decides it with DecideSchemePolicy",
      earliest: null
    })
  })
})
