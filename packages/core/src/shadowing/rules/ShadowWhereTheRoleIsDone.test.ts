import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ShadowWhereTheRoleIsDone } from "./ShadowWhereTheRoleIsDone.ts"

const all = ["MALE", "FEMALE", "A_WING", "B_WING"]

describe(ShadowWhereTheRoleIsDone.says, () => {
  it("holds while one unit of the mentor's is one of the role's, and where the role names none", () => {
    fc.assert(fc.property(fc.subarray(all), fc.subarray(all), (units, mentorWorksOn) => {
      const common = all.filter((unit) => units.includes(unit) && mentorWorksOn.includes(unit))
      const holds = units.length === 0 || common.length > 0
      expect(ShadowWhereTheRoleIsDone.asks({ units, mentorWorksOn }).held).toBe(holds)
    }))
  })

  // The new worker's role is for the women's side, and the mentor works on the men's
  it("never across the two sides", () => {
    expect(ShadowWhereTheRoleIsDone.strength).toBe("hard")
    expect(ShadowWhereTheRoleIsDone.asks({ units: ["FEMALE"], mentorWorksOn: ["MALE"] })).toEqual({
      rule: ShadowWhereTheRoleIsDone,
      held: false,
      facts: { units: ["FEMALE"], mentorWorksOn: ["MALE"] },
      limits: {},
      because: "The role is not done on MALE. Choose a mentor who works on FEMALE",
      earliest: null
    })
  })

  it("asks where the mentor works where nobody said it", () => {
    expect(ShadowWhereTheRoleIsDone.asks({ units: ["FEMALE"], mentorWorksOn: [] }).because)
      .toBe("The role is done on FEMALE. Record first on which unit the mentor works")
  })
})
