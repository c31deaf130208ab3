import { describe, expect, it } from "vitest"
import { AnswerForWhatIsWithYou } from "./AnswerForWhatIsWithYou.ts"

describe(AnswerForWhatIsWithYou.says, () => {
  it.each([true, false])("it is with them: %s", (withThem) => {
    expect(AnswerForWhatIsWithYou.strength).toBe("hard")
    expect(AnswerForWhatIsWithYou.asks({ withThem })).toMatchObject({
      held: withThem,
      because: withThem ? null : "It is with somebody else. Ask them, or whoever covers for them"
    })
  })
})
