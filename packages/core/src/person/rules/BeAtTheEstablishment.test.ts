import { describe, expect, it } from "vitest"
import { BeAtTheEstablishment } from "./BeAtTheEstablishment.ts"

describe(BeAtTheEstablishment.says, () => {
  it.each([true, false])("they are there: %s", (atEstablishment) => {
    expect(BeAtTheEstablishment.asks({ atEstablishment })).toEqual({
      rule: BeAtTheEstablishment,
      held: atEstablishment,
      facts: { atEstablishment },
      limits: {},
      because: atEstablishment
        ? null
        : "The person is not at the establishment on that day. " +
          "Choose a day on which they are, or correct their movements",
      earliest: null
    })
  })
})
