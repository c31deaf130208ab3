import { describe, expect, it } from "vitest"
import { TellSomebodyAtOnce } from "./TellSomebodyAtOnce.ts"

describe(TellSomebodyAtOnce.says, () => {
  it.each([[true, true, true], [true, false, false], [false, true, true], [false, false, true]])(
    "immediate %s, spoken %s: %s",
    (immediate, spoken, held) => {
      expect(TellSomebodyAtOnce.strength).toBe("hard")
      expect(TellSomebodyAtOnce.asks({ immediate, spoken })).toMatchObject({
        held,
        because: held ? null : "Tell them in person, by radio or by telephone, and record how they were told"
      })
    }
  )
})
