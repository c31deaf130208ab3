import { describe, expect, it } from "vitest"
import { LetSomebodyElseJudge } from "./LetSomebodyElseJudge.ts"

describe(LetSomebodyElseJudge.says, () => {
  it.each([true, false])("they are named as judging or observing themselves: %s", (themselves) => {
    expect(LetSomebodyElseJudge.strength).toBe("hard")
    expect(LetSomebodyElseJudge.asks({ themselves })).toEqual({
      rule: LetSomebodyElseJudge,
      held: !themselves,
      facts: { themselves },
      limits: {},
      because: themselves
        ? "A trainer was named as judging or observing themselves. Name another member of staff"
        : null,
      earliest: null
    })
  })
})
