import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ProtectTimeAndRoom } from "./ProtectTimeAndRoom.ts"

describe(ProtectTimeAndRoom.says, () => {
  it("holds with both, and not with one", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), (timeProtected, roomReserved) => {
      expect(ProtectTimeAndRoom.asks({ timeProtected, roomReserved }).held).toBe(timeProtected && roomReserved)
    }))
  })

  // The time is agreed and the room is not
  it("says what would do", () => {
    expect(ProtectTimeAndRoom.strength).toBe("soft")
    expect(ProtectTimeAndRoom.asks({ timeProtected: true, roomReserved: false })).toEqual({
      rule: ProtectTimeAndRoom,
      held: false,
      facts: { timeProtected: true, roomReserved: false },
      limits: {},
      because: "The room is not reserved. Arrange it, or give a reason",
      earliest: null
    })
    expect(ProtectTimeAndRoom.asks({ timeProtected: true, roomReserved: true })).toMatchObject({
      held: true,
      because: null
    })
  })

  it("says which of the two is missing", () => {
    expect(ProtectTimeAndRoom.asks({ timeProtected: false, roomReserved: true }).because)
      .toBe("The time is not protected. Arrange it, or give a reason")
    expect(ProtectTimeAndRoom.asks({ timeProtected: false, roomReserved: false }).because)
      .toBe("Neither time nor room is secured. Arrange it, or give a reason")
  })
})
