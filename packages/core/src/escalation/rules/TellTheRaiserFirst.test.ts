import { describe, expect, it } from "vitest"
import { TellTheRaiserFirst } from "./TellTheRaiserFirst.ts"

describe(TellTheRaiserFirst.says, () => {
  it.each([true, false])("they were told, or it is recorded why not: %s", (told) => {
    expect(TellTheRaiserFirst.strength).toBe("hard")
    expect(TellTheRaiserFirst.asks({ told })).toMatchObject({
      held: told,
      because: told
        ? null
        : "Tell whoever raised it, and whoever raised what was linked to it, what they may know, or record why they " +
          "are not told"
    })
  })
})
