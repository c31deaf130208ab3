import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { boundsOf, limitNames } from "../SchemeLimits.ts"
import { SetNoLimitBelowItsSource } from "./SetNoLimitBelowItsSource.ts"

/** The two weeks and the year, where a slip is likeliest, and anything else. */
const days = fc.oneof(fc.integer({ min: 12, max: 16 }), fc.integer({ min: 363, max: 367 }), fc.nat(100_000))

describe(SetNoLimitBelowItsSource.says, () => {
  it("shadowing lasts 14 days or more, and at most a year", () => {
    fc.assert(
      fc.property(
        days,
        (value) =>
          SetNoLimitBelowItsSource.asks({ limit: "shadowingDays", value }, boundsOf("shadowingDays")).held ===
            (value >= 14 && value <= 365)
      )
    )
  })

  it("holds within whatever bounds it is given, and not beyond them", () => {
    const numbers = fc.tuple(fc.constantFrom(...limitNames), fc.nat(30), fc.nat(30), fc.nat(30))
    fc.assert(
      fc.property(
        numbers,
        ([limit, value, least, most]) =>
          SetNoLimitBelowItsSource.asks({ limit, value }, { least, most }).held === (value >= least && value <= most)
      )
    )
  })

  it("13 days of shadowing are refused, and 14 are named", () => {
    expect(SetNoLimitBelowItsSource.asks({ limit: "shadowingDays", value: 13 }, boundsOf("shadowingDays"))).toEqual({
      rule: SetNoLimitBelowItsSource,
      held: false,
      facts: { limit: "shadowingDays", value: 13 },
      limits: { least: 14, most: 365 },
      because: "How long a new worker shadows an experienced one (days): decide a number from 14 to 365",
      earliest: null
    })
  })

  it("an interval that no source fixes may be short, but not nothing", () => {
    expect(boundsOf("supervisionEveryDays")).toEqual({ least: 1, most: 365 })
  })
})
