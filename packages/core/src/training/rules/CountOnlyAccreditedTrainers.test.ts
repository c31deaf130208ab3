import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sessionKeys } from "../../training/SessionCatalogue.ts"
import { CountOnlyAccreditedTrainers } from "./CountOnlyAccreditedTrainers.ts"

describe(CountOnlyAccreditedTrainers.says, () => {
  it("holds while there is none, and not with one", () => {
    fc.assert(fc.property(fc.subarray([...sessionKeys]), (uncounted) => {
      expect(CountOnlyAccreditedTrainers.asks({ uncounted }).held).toBe(uncounted.length === 0)
    }))
  })

  // A nurse who is not accredited for it taught Moving and positioning alone
  it("says what would do", () => {
    expect(CountOnlyAccreditedTrainers.strength).toBe("hard")
    expect(CountOnlyAccreditedTrainers.asks({ uncounted: ["MOVING"] })).toEqual({
      rule: CountOnlyAccreditedTrainers,
      held: false,
      facts: { uncounted: ["MOVING"] },
      limits: {},
      because:
        "Nobody accredited taught or supervised Moving and positioning. Have it repeated, or decide for the session that it counts",
      earliest: null
    })
    expect(CountOnlyAccreditedTrainers.asks({ uncounted: [] })).toMatchObject({ held: true, because: null })
  })
})
