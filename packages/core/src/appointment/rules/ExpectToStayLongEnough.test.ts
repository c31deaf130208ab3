import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ExpectToStayLongEnough } from "./ExpectToStayLongEnough.ts"

/** Service asked for, days of training and shadowing, and an expected stay that is next to their sum half of the time. */
const stays = fc.tuple(fc.nat(200), fc.nat(60), fc.nat(90), fc.option(fc.integer({ min: -1, max: 1 })), fc.nat(500))
  .map(([days, shadowing, training, near, any]) => ({
    days,
    shadowing,
    training,
    expected: near === null ? any : Math.max(0, days + training + shadowing + near)
  }))

describe(ExpectToStayLongEnough.says, () => {
  it("holds from training, shadowing and service together, and not one day below", () => {
    fc.assert(fc.property(stays, ({ days, expected, shadowing, training }) => {
      expect(ExpectToStayLongEnough.asks({ expected, training, shadowing }, { days }).held)
        .toBe(expected >= days + training + shadowing)
    }))
  })

  // 14 days of shadowing and 90 of service are 104
  it("one day short needs a reason that somebody gives by name", () => {
    expect(ExpectToStayLongEnough.strength).toBe("soft")
    expect(ExpectToStayLongEnough.asks({ expected: 103, training: 0, shadowing: 14 }, { days: 90 })).toEqual({
      rule: ExpectToStayLongEnough,
      held: false,
      facts: { expected: 103, training: 0, shadowing: 14 },
      limits: { days: 90 },
      because: "The person is expected to stay 103 days; shadowing and service take 104. Give a reason",
      earliest: null
    })
    expect(ExpectToStayLongEnough.asks({ expected: 104, training: 0, shadowing: 14 }, { days: 90 })).toMatchObject({
      held: true,
      because: null
    })
  })

  it.each([[1, 105], [30, 134]])("tells of training where %i days of it lie ahead", (training, all) => {
    expect(ExpectToStayLongEnough.asks({ expected: 103, training, shadowing: 14 }, { days: 90 }).because)
      .toBe(`The person is expected to stay 103 days; training, shadowing and service take ${all}. Give a reason`)
  })

  it("is broken while the scheme has not decided how long service lasts", () => {
    expect(ExpectToStayLongEnough.asks({ expected: 100_000, training: 0, shadowing: 0 })).toMatchObject({
      held: false,
      limits: { days: null },
      because:
        "The scheme has not decided for that day how long somebody is expected to serve in the role after training and shadowing " +
        "(minimumServiceDays). A coordinator decides it with DecideSchemePolicy",
      earliest: null
    })
  })
})
