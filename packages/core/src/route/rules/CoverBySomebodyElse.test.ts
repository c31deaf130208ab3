import { describe, expect, it } from "vitest"
import { CoverBySomebodyElse } from "./CoverBySomebodyElse.ts"

describe(CoverBySomebodyElse.says, () => {
  it.each([true, false])("they are the same person: %s", (samePerson) => {
    expect(CoverBySomebodyElse.strength).toBe("hard")
    expect(CoverBySomebodyElse.asks({ samePerson })).toEqual({
      rule: CoverBySomebodyElse,
      held: !samePerson,
      facts: { samePerson },
      limits: {},
      because: samePerson ? "Name another member of staff as cover, or nobody" : null,
      earliest: null
    })
  })
})
