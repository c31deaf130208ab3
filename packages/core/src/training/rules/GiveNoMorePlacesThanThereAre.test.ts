import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { GiveNoMorePlacesThanThereAre } from "./GiveNoMorePlacesThanThereAre.ts"

describe(GiveNoMorePlacesThanThereAre.says, () => {
  it("holds while a place is free, and always for who asks for none", () => {
    fc.assert(fc.property(fc.nat(30), fc.integer({ min: -2, max: 2 }), (places, more) => {
      const taken = Math.max(0, places + more)
      expect(GiveNoMorePlacesThanThereAre.asks({ asked: true, taken, places }).held).toBe(taken < places)
      expect(GiveNoMorePlacesThanThereAre.asks({ asked: false, taken, places }).held).toBe(true)
    }))
  })

  // Twelve places, twelve trainees
  it("says what would do", () => {
    expect(GiveNoMorePlacesThanThereAre.strength).toBe("hard")
    expect(GiveNoMorePlacesThanThereAre.asks({ asked: true, taken: 12, places: 12 })).toEqual({
      rule: GiveNoMorePlacesThanThereAre,
      held: false,
      facts: { asked: true, taken: 12, places: 12 },
      limits: {},
      because: "All 12 places are taken. Put the person on the waiting list, or open more places",
      earliest: null
    })
    const of = (places: number) => GiveNoMorePlacesThanThereAre.asks({ asked: true, taken: places, places }).because
    expect([0, 1, 2].map((places) => of(places)?.split(".")[0])).toEqual([
      "All 0 places are taken",
      "The only place is taken",
      "All 2 places are taken"
    ])
    expect(GiveNoMorePlacesThanThereAre.asks({ asked: true, taken: 11, places: 12 })).toMatchObject({
      held: true,
      because: null
    })
  })
})
