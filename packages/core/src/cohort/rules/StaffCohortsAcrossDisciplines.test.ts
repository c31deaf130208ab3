import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { StaffCohortsAcrossDisciplines } from "./StaffCohortsAcrossDisciplines.ts"

describe(StaffCohortsAcrossDisciplines.says, () => {
  it("holds from two disciplines on", () => {
    fc.assert(fc.property(fc.nat(5), (disciplines) => {
      expect(StaffCohortsAcrossDisciplines.asks({ disciplines }).held).toBe(disciplines >= 2)
    }))
  })

  // Two prison officers are one discipline; with a nurse there are two
  it("says what would do", () => {
    expect(StaffCohortsAcrossDisciplines.strength).toBe("soft")
    expect(StaffCohortsAcrossDisciplines.asks({ disciplines: 1 })).toEqual({
      rule: StaffCohortsAcrossDisciplines,
      held: false,
      facts: { disciplines: 1 },
      limits: { least: 2 },
      because: "The cohort is staffed from 1 of 2 disciplines. Name staff of another, or give a reason",
      earliest: null
    })
    expect(StaffCohortsAcrossDisciplines.asks({ disciplines: 2 })).toMatchObject({ held: true, because: null })
  })
})
