import { describe, expect, it } from "vitest"
import { PassOnWithConsentOrGround } from "./PassOnWithConsentOrGround.ts"

describe(PassOnWithConsentOrGround.says, () => {
  it.each([true, false])("there is agreement or a ground: %s", (lawful) => {
    expect(PassOnWithConsentOrGround.strength).toBe("hard")
    expect(PassOnWithConsentOrGround.asks({ lawful })).toMatchObject({
      held: lawful,
      because: lawful
        ? null
        : "Ask them, and respect the answer unless a life is at risk, there is a duty to safeguard, a court ordered " +
          "it or it is about terrorism"
    })
  })
})
