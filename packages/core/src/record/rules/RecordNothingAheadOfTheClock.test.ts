import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fromMilliseconds, instant, milliseconds } from "../../language/Instant.ts"
import { RecordNothingAheadOfTheClock } from "./RecordNothingAheadOfTheClock.ts"

const now = instant("2016-04-03T20:40:00.000Z")
const near = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -9_000_000, max: 9_000_000 }))

describe(RecordNothingAheadOfTheClock.says, () => {
  it("holds for now and any millisecond before", () => {
    fc.assert(fc.property(near, (ms) => {
      const latest = fromMilliseconds(milliseconds(now) + ms)
      expect(RecordNothingAheadOfTheClock.asks({ latest, now }).held).toBe(ms <= 0)
    }))
  })

  // 20:41 in UTC is 21:41 on the wall in April; it is 21:40
  it("says what time it is, and when it can be recorded", () => {
    expect(RecordNothingAheadOfTheClock.strength).toBe("hard")
    expect(RecordNothingAheadOfTheClock.asks({ latest: instant("2016-04-03T20:41:00.000Z"), now })).toEqual({
      rule: RecordNothingAheadOfTheClock,
      held: false,
      facts: { latest: "2016-04-03T20:41:00.000Z", now: "2016-04-03T20:40:00.000Z" },
      limits: {},
      because: "This has not happened yet: it is 3 April 2016 at 21:40. Record it at 3 April 2016 at 21:41 or later",
      earliest: null
    })
  })
})
