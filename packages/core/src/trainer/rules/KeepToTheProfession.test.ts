import { describe, expect, it } from "vitest"
import { KeepToTheProfession } from "./KeepToTheProfession.ts"

describe(KeepToTheProfession.says, () => {
  it.each([true, false])("they have the profession: %s", (fits) => {
    expect(KeepToTheProfession.strength).toBe("soft")
    expect(KeepToTheProfession.asks({ fits })).toEqual({
      rule: KeepToTheProfession,
      held: fits,
      facts: { fits },
      limits: {},
      because: fits
        ? null
        : "They are not recorded as an occupational therapist. Correct their profession, name somebody who is, or say why",
      earliest: null
    })
  })
})
