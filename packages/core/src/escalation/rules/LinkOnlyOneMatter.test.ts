import { describe, expect, it } from "vitest"
import { LinkOnlyOneMatter } from "./LinkOnlyOneMatter.ts"

const others = "They are about different people. Keep both apart, or correct whom one of them is about first"

describe(LinkOnlyOneMatter.says, () => {
  it.each([
    [true, true, true, null],
    [false, true, true, others],
    [true, false, true, others],
    [false, false, false, others],
    [true, true, false, "Each protects somebody in its own way. Keep both apart"]
  ])(
    "same person %s, same member of staff %s, one protection %s: %s",
    (samePerson, sameStaff, oneProtection, because) => {
      expect(LinkOnlyOneMatter.strength).toBe("hard")
      expect(LinkOnlyOneMatter.asks({ samePerson, sameStaff, oneProtection })).toMatchObject({
        held: because === null,
        because
      })
    }
  )
})
