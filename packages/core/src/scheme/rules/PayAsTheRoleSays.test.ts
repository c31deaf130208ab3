import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PayAsTheRoleSays } from "./PayAsTheRoleSays.ts"

const pays = fc.constantFrom("PAID" as const, "VOLUNTEER" as const)

describe(PayAsTheRoleSays.says, () => {
  it("holds for a band where the role is paid, and for none where it is not", () => {
    fc.assert(fc.property(pays, fc.boolean(), (pay, banded) => {
      expect(PayAsTheRoleSays.asks({ pay, banded }).held).toBe(
        (pay === "PAID" && banded) || (pay !== "PAID" && !banded)
      )
    }))
  })

  it.each([
    ["PAID" as const, false, "The role is paid. Choose a pay band"],
    ["VOLUNTEER" as const, true, "The role is a volunteer's. Leave the pay band empty"]
  ])("a role that is %s, with a band: %s", (pay, banded, because) => {
    expect(PayAsTheRoleSays.strength).toBe("hard")
    expect(PayAsTheRoleSays.asks({ pay, banded })).toEqual({
      rule: PayAsTheRoleSays,
      held: false,
      facts: { pay, banded },
      limits: {},
      because,
      earliest: null
    })
    expect(PayAsTheRoleSays.asks({ pay, banded: !banded })).toMatchObject({ held: true, because: null })
  })
})
