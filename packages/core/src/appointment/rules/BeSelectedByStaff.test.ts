import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { BeSelectedByStaff } from "./BeSelectedByStaff.ts"

describe(BeSelectedByStaff.says, () => {
  it("holds once they are selected, and not before", () => {
    fc.assert(fc.property(fc.boolean(), (selected) => BeSelectedByStaff.asks({ selected }).held === selected))
  })

  it.each([true, false])("they are selected: %s", (selected) => {
    expect(BeSelectedByStaff.strength).toBe("hard")
    expect(BeSelectedByStaff.asks({ selected })).toEqual({
      rule: BeSelectedByStaff,
      held: selected,
      facts: { selected },
      limits: {},
      because: selected ? null : "The person has not been selected for the role. Record the selection first",
      earliest: null
    })
  })
})
