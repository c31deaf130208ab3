import { describe, expect, it } from "vitest"
import { LetSomebodyElseJudge } from "./LetSomebodyElseJudge.ts"

describe(LetSomebodyElseJudge.says, () => {
  it.each([true, false])("they are named as deciding about themselves: %s", (themselves) => {
    expect(LetSomebodyElseJudge.strength).toBe("hard")
    expect(LetSomebodyElseJudge.asks({ themselves })).toEqual({
      rule: LetSomebodyElseJudge,
      held: !themselves,
      facts: { themselves },
      limits: {},
      because: themselves
        ? "The trainer was named as deciding about themselves. Name another member of staff"
        : null,
      earliest: null
    })
  })
})
