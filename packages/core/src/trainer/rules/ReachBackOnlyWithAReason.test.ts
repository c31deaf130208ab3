import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ReachBackOnlyWithAReason } from "./ReachBackOnlyWithAReason.ts"

describe(ReachBackOnlyWithAReason.says, () => {
  it("holds where nothing was delivered", () => {
    const few = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.nat(400))
    fc.assert(fc.property(few, (deliveries) => {
      expect(ReachBackOnlyWithAReason.asks({ deliveries }).held).toBe(deliveries === 0)
    }))
  })

  it.each([[1, "1 day"], [2, "2 days"]])("and not where it was delivered on %i", (deliveries, words) => {
    expect(ReachBackOnlyWithAReason.strength).toBe("soft")
    expect(ReachBackOnlyWithAReason.asks({ deliveries })).toEqual({
      rule: ReachBackOnlyWithAReason,
      held: false,
      facts: { deliveries },
      limits: {},
      because: `They delivered it on ${words} from that day on without being accredited. Accredit them from a later ` +
        "day, or say why those sessions count",
      earliest: null
    })
  })
})
