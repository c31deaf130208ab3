import { describe, expect, it } from "vitest"
import { NeverWithdrawADanger } from "./NeverWithdrawADanger.ts"

describe(NeverWithdrawADanger.says, () => {
  it.each([[true, true, false], [true, false, false], [false, true, false], [false, false, true]])(
    "immediate %s, safeguarding %s: %s",
    (immediate, safeguarding, held) => {
      expect(NeverWithdrawADanger.strength).toBe("hard")
      expect(NeverWithdrawADanger.asks({ immediate, safeguarding })).toMatchObject({
        held,
        because: held ? null : "Look into it, and resolve it with what was found"
      })
    }
  )
})
