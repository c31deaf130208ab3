import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { NameAPublishedBand } from "./NameAPublishedBand.ts"

describe(NameAPublishedBand.says, () => {
  it("holds for a band that is published, and where none is named", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), (named, published) => {
      expect(NameAPublishedBand.asks({ named, published }).held).toBe(published || !named)
    }))
  })

  // Bands 1 and 2 are published, and the worker is appointed in band 3
  it("asks somebody to look, and refuses nothing", () => {
    expect(NameAPublishedBand.strength).toBe("alert")
    expect(NameAPublishedBand.asks({ named: true, published: false })).toEqual({
      rule: NameAPublishedBand,
      held: false,
      facts: { named: true, published: false },
      limits: {},
      because: "That pay band is not published in the scheme. Publish it, or put the band right",
      earliest: null
    })
  })
})
