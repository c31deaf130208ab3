import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { instant } from "../../language/Instant.ts"
import { addMinutes } from "../../language/WallTime.ts"
import { RaiseNothingAfterWhatFollowed } from "./RaiseNothingAfterWhatFollowed.ts"

const followedAt = instant("2016-03-24T10:10:00.000Z")
const near = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -4000, max: 4000 }))

describe(RaiseNothingAfterWhatFollowed.says, () => {
  it("holds at the time of what followed and at any time before, and where the time stays as it is", () => {
    fc.assert(fc.property(near, fc.boolean(), (minutes, moved) => {
      const facts = { moved, raisedAt: addMinutes(followedAt, minutes), followed: "HANDED_OVER", followedAt } as const
      expect(RaiseNothingAfterWhatFollowed.asks(facts).held).toBe(!moved || minutes <= 0)
    }))
  })

  // It was handed over at 10:10: it cannot have been raised at 10:11
  it("names what followed and its time", () => {
    const raisedAt = instant("2016-03-24T10:11:00.000Z")
    const facts = { moved: true, raisedAt, followed: "HANDED_OVER", followedAt } as const
    expect(RaiseNothingAfterWhatFollowed.strength).toBe("hard")
    expect(RaiseNothingAfterWhatFollowed.asks(facts)).toEqual({
      rule: RaiseNothingAfterWhatFollowed,
      held: false,
      facts,
      limits: {},
      because: "It was handed over on 24 March 2016 at 10:10. Give that time or one before it",
      earliest: null
    })
  })

  it("says that something followed where it is not known what", () => {
    const raisedAt = instant("2016-03-24T10:11:00.000Z")
    expect(RaiseNothingAfterWhatFollowed.asks({ moved: true, raisedAt, followed: null, followedAt }).because)
      .toBe("Something followed on 24 March 2016 at 10:10. Give that time or one before it")
  })

  it("holds where nothing followed", () => {
    expect(RaiseNothingAfterWhatFollowed.asks({ moved: true, raisedAt: followedAt, followed: null, followedAt: null }))
      .toMatchObject({ held: true, because: null })
  })
})
