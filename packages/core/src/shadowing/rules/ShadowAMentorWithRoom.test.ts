import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ShadowAMentorWithRoom } from "./ShadowAMentorWithRoom.ts"

/** How many the scheme allows, and how many others there are: often next to each other. */
const counts = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.option(fc.integer({ min: -1, max: 1 })), fc.nat(40))
  .map(([shadowers, near, any]) => ({ shadowers, others: near === null ? any : shadowers + near }))

describe(ShadowAMentorWithRoom.says, () => {
  it("holds while there is room for one more", () => {
    fc.assert(fc.property(counts, ({ others, shadowers }) => {
      expect(ShadowAMentorWithRoom.asks({ others }, { shadowers }).held).toBe(others < shadowers)
    }))
  })

  // The scheme allows two at once: with one other there is room, with two there is none
  it.each([
    [1, "The mentor is already shadowed by one new worker. Choose another mentor"],
    [2, "The mentor is already shadowed by 2 new workers. Choose another mentor"]
  ])("a mentor with the %i that the scheme allows has no room", (shadowers, because) => {
    expect(ShadowAMentorWithRoom.strength).toBe("hard")
    expect(ShadowAMentorWithRoom.asks({ others: shadowers }, { shadowers })).toEqual({
      rule: ShadowAMentorWithRoom,
      held: false,
      facts: { others: shadowers },
      limits: { shadowers },
      because,
      earliest: null
    })
    expect(ShadowAMentorWithRoom.asks({ others: shadowers - 1 }, { shadowers })).toMatchObject({
      held: true,
      because: null
    })
  })

  it("is broken while the scheme has not decided how many", () => {
    expect(ShadowAMentorWithRoom.asks({ others: 0 })).toMatchObject({
      held: false,
      limits: { shadowers: null },
      because: "The scheme has not decided for that day how many new workers may shadow one worker at the same time " +
        "(shadowersPerMentor). A coordinator decides it with DecideSchemePolicy",
      earliest: null
    })
  })
})
