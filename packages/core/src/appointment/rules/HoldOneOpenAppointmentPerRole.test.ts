import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { HoldOneOpenAppointmentPerRole } from "./HoldOneOpenAppointmentPerRole.ts"

const counts = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.nat(400))

describe(HoldOneOpenAppointmentPerRole.says, () => {
  it("holds while there is no other one, and not from the first other one on", () => {
    fc.assert(fc.property(counts, (others) => HoldOneOpenAppointmentPerRole.asks({ others }).held === (others < 1)))
  })

  // Somebody holds one open appointment as a peer support worker: a second in that role is one too many
  it("says what to do about the one that is open", () => {
    expect(HoldOneOpenAppointmentPerRole.strength).toBe("hard")
    expect(HoldOneOpenAppointmentPerRole.asks({ others: 1 })).toEqual({
      rule: HoldOneOpenAppointmentPerRole,
      held: false,
      facts: { others: 1 },
      limits: { appointments: 1 },
      because: "The person already has an open appointment in this role. Use that one, or end it first",
      earliest: null
    })
  })

  it("says nothing where it holds", () => {
    expect(HoldOneOpenAppointmentPerRole.asks({ others: 0 })).toEqual({
      rule: HoldOneOpenAppointmentPerRole,
      held: true,
      facts: { others: 0 },
      limits: { appointments: 1 },
      because: null,
      earliest: null
    })
  })
})
