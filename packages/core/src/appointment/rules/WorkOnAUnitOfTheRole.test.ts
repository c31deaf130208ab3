import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { WorkOnAUnitOfTheRole } from "./WorkOnAUnitOfTheRole.ts"

const all = ["MALE", "FEMALE", "A_WING", "B_WING"]
const somewhere = fc.option(fc.constantFrom(...all), { freq: 4 })

describe(WorkOnAUnitOfTheRole.says, () => {
  it("holds on each unit that the role names, and anywhere, or nowhere in particular, where it names none", () => {
    fc.assert(fc.property(fc.subarray(all), somewhere, (units, unit) => {
      const holds = units.length === 0 || units.some((one) => one === unit)
      expect(WorkOnAUnitOfTheRole.asks({ units, unit }).held).toBe(holds)
    }))
  })

  // The role is for the women's side, and the worker is on the men's
  it("never on the other side of the establishment", () => {
    expect(WorkOnAUnitOfTheRole.strength).toBe("hard")
    expect(WorkOnAUnitOfTheRole.asks({ units: ["FEMALE"], unit: "MALE" })).toEqual({
      rule: WorkOnAUnitOfTheRole,
      held: false,
      facts: { units: ["FEMALE"], unit: "MALE" },
      limits: {},
      because: "The role is not done on MALE, only on FEMALE",
      earliest: null
    })
  })

  it("asks for the unit where nobody said it", () => {
    expect(WorkOnAUnitOfTheRole.asks({ units: ["A_WING", "B_WING"], unit: null }).because)
      .toBe("The role is done on A_WING, B_WING. Record first on which of these the worker works")
  })
})
