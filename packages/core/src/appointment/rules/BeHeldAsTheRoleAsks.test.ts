import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { BeHeldAsTheRoleAsks } from "./BeHeldAsTheRoleAsks.ts"

describe(BeHeldAsTheRoleAsks.says, () => {
  it("holds once it was checked and met, and where the role asks for none", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (asked, checked, meets) => {
      expect(BeHeldAsTheRoleAsks.asks({ asked, checked, meets }).held).toBe(!asked || (checked && meets))
    }))
  })

  // The role is for people who are sentenced: one is on remand, and of another nobody knows since the verdict
  it.each([
    [true, false, "Their legal status is not one that the role asks for"],
    [
      false,
      false,
      "The role asks for a legal status, and nobody has checked theirs since it last changed. Record a check"
    ]
  ])("checked: %s, met: %s", (checked, meets, because) => {
    expect(BeHeldAsTheRoleAsks.strength).toBe("hard")
    expect(BeHeldAsTheRoleAsks.asks({ asked: true, checked, meets })).toEqual({
      rule: BeHeldAsTheRoleAsks,
      held: false,
      facts: { asked: true, checked, meets },
      limits: {},
      because,
      earliest: null
    })
  })
})
