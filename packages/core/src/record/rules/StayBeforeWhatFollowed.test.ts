import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { StayBeforeWhatFollowed } from "./StayBeforeWhatFollowed.ts"

const followedOn = date("2016-04-18")
const near = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))

describe(StayBeforeWhatFollowed.says, () => {
  it("holds on the day of what followed and on any day before", () => {
    fc.assert(fc.property(near, (days) => {
      const facts = { on: addDays(followedOn, days), followed: "SUPERVISION_HELD", followedOn } as const
      expect(StayBeforeWhatFollowed.asks(facts).held).toBe(days <= 0)
    }))
  })

  // A supervision was held on 18 April: it cannot have been arranged from the 20th
  it("names what followed and its day", () => {
    const facts = { on: date("2016-04-20"), followed: "SUPERVISION_HELD", followedOn } as const
    expect(StayBeforeWhatFollowed.strength).toBe("hard")
    expect(StayBeforeWhatFollowed.asks(facts)).toEqual({
      rule: StayBeforeWhatFollowed,
      held: false,
      facts,
      limits: {},
      because: "The date is too late. A supervision was held on 18 April 2016. " +
        "It can be 18 April 2016 or earlier, or put that right first",
      earliest: null
    })
  })

  it("holds where nothing followed", () => {
    expect(StayBeforeWhatFollowed.asks({ on: followedOn, followed: null, followedOn: null }))
      .toMatchObject({ held: true, because: null, earliest: null })
  })
})
