import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { BeSelectedByStaff } from "./BeSelectedByStaff.ts"

describe(BeSelectedByStaff.says, () => {
  it("holds once they are selected, and not before; it is not asked of who was in the role before the scheme", () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        (asked, selected) => BeSelectedByStaff.asks({ asked, selected }).held === (selected || !asked)
      )
    )
  })

  it.each([true, false])("they are selected: %s", (selected) => {
    expect(BeSelectedByStaff.strength).toBe("hard")
    expect(BeSelectedByStaff.asks({ asked: true, selected })).toEqual({
      rule: BeSelectedByStaff,
      held: selected,
      facts: { asked: true, selected },
      limits: {},
      because: selected ? null : "The person has not been selected for the role. Record the selection first",
      earliest: null
    })
  })
})
