import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ObserveBeforeAccreditation } from "./ObserveBeforeAccreditation.ts"

/** How often the scheme asks, and how often they did: mostly next to each other. */
const counts = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: -1, max: 1 })), fc.nat(40))
  .map(([times, near, any]) => ({ times, observed: Math.max(0, near === null ? any : times + near) }))

describe(ObserveBeforeAccreditation.says, () => {
  it("holds from the number that the scheme asks for", () => {
    fc.assert(fc.property(counts, fc.boolean(), ({ observed, times }, asked) => {
      expect(ObserveBeforeAccreditation.asks({ asked, observed }, { times }).held).toBe(!asked || observed >= times)
    }))
  })

  // The scheme asks for two: with one it is too early, with two it is not
  it("names what is there and what is asked", () => {
    expect(ObserveBeforeAccreditation.strength).toBe("hard")
    expect(ObserveBeforeAccreditation.asks({ asked: true, observed: 1 }, { times: 2 })).toEqual({
      rule: ObserveBeforeAccreditation,
      held: false,
      facts: { asked: true, observed: 1 },
      limits: { times: 2 },
      because: "They observed it once; the scheme asks for 2. Record what is missing first",
      earliest: null
    })
    expect(ObserveBeforeAccreditation.asks({ asked: true, observed: 2 }, { times: 2 }).because).toBeNull()
    expect(ObserveBeforeAccreditation.asks({ asked: true, observed: 0 }, { times: 3 }).because)
      .toBe("They observed it 0 times; the scheme asks for 3. Record what is missing first")
  })

  it("is broken while the scheme has not decided how often", () => {
    expect(ObserveBeforeAccreditation.asks({ asked: true, observed: 9 })).toMatchObject({
      held: false,
      because:
        "The scheme has not decided for that day how often a trainer observes a session before they are accredited for it " +
        "(observationsBeforeAccreditation). A coordinator decides it with DecideSchemePolicy"
    })
  })
})
