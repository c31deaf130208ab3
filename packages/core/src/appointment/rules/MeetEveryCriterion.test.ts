import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { MeetEveryCriterion } from "./MeetEveryCriterion.ts"

const few = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 }), fc.nat(50))

describe(MeetEveryCriterion.says, () => {
  it("holds once every criterion was considered and none is missing", () => {
    fc.assert(fc.property(few, few, (unconsidered, gaps) => {
      expect(MeetEveryCriterion.asks({ unconsidered, gaps }).held).toBe(unconsidered === 0 && gaps === 0)
    }))
  })

  // Five criteria, all considered, and the person drinks too much: one is missing
  it.each([
    [{ unconsidered: 0, gaps: 1 }, "The scheme insists on its criteria, and one is not met"],
    [{ unconsidered: 0, gaps: 2 }, "The scheme insists on its criteria, and 2 are not met"],
    [{ unconsidered: 1, gaps: 1 }, "Record of every criterion of the role first whether the person meets it"]
  ])("%o are refused, whatever the reason", (facts, because) => {
    expect(MeetEveryCriterion.strength).toBe("hard")
    expect(MeetEveryCriterion.asks(facts))
      .toEqual({ rule: MeetEveryCriterion, held: false, facts, limits: {}, because, earliest: null })
  })

  it("says nothing where it holds", () => {
    expect(MeetEveryCriterion.asks({ unconsidered: 0, gaps: 0 })).toMatchObject({ held: true, because: null })
  })
})
