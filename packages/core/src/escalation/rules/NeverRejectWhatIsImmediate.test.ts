import { describe, expect, it } from "vitest"
import { NeverRejectWhatIsImmediate } from "./NeverRejectWhatIsImmediate.ts"

describe(NeverRejectWhatIsImmediate.says, () => {
  it.each([true, false])("it is immediate: %s", (immediate) => {
    expect(NeverRejectWhatIsImmediate.strength).toBe("hard")
    expect(NeverRejectWhatIsImmediate.asks({ immediate })).toMatchObject({
      held: !immediate,
      because: immediate ? "Redirect it to somebody who acknowledges it, and tell them yourself" : null
    })
  })
})
