import { describe, expect, it } from "vitest"
import { KeepSomebodyToldOfADanger } from "./KeepSomebodyToldOfADanger.ts"

describe(KeepSomebodyToldOfADanger.says, () => {
  it.each([
    [true, true, false],
    [true, false, true],
    [false, true, true],
    [false, false, true]
  ])("immediate %s, the only telling %s: %s", (immediate, onlyTelling, held) => {
    expect(KeepSomebodyToldOfADanger.strength).toBe("hard")
    expect(KeepSomebodyToldOfADanger.asks({ immediate, onlyTelling })).toMatchObject({
      held,
      because: held ? null : "It is immediate, and nobody else was told. Redirect it to whoever was told first"
    })
  })
})
