import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PublishARoleProfileFirst } from "./PublishARoleProfileFirst.ts"

describe(PublishARoleProfileFirst.says, () => {
  it("holds from the first published profile", () => {
    const counts = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.nat(100))
    fc.assert(
      fc.property(counts, (published) => PublishARoleProfileFirst.asks({ published }).held === (published >= 1))
    )
  })

  it("none is refused", () => {
    expect(PublishARoleProfileFirst.asks({ published: 0 })).toEqual({
      rule: PublishARoleProfileFirst,
      held: false,
      facts: { published: 0 },
      limits: { published: 1 },
      because: "No role profile was published by that day. Publish one first",
      earliest: null
    })
  })
})
