import { describe, expect, it } from "vitest"
import { AnswerForWhatIsWithYou } from "./AnswerForWhatIsWithYou.ts"

describe(AnswerForWhatIsWithYou.says, () => {
  // Whoever raised it takes it back, and anybody makes it more urgent, though it is with somebody else
  it.each([
    [true, false, false, true],
    [false, true, false, true],
    [false, false, true, true],
    [false, false, false, false]
  ])(
    "it is with them %s, they take back their own %s, it becomes only more urgent %s: %s",
    (withThem, takesBackTheirOwn, onlyMoreUrgent, held) => {
      const facts = { withThem, takesBackTheirOwn, onlyMoreUrgent }
      expect(AnswerForWhatIsWithYou.strength).toBe("hard")
      expect(AnswerForWhatIsWithYou.asks(facts)).toMatchObject({
        held,
        facts,
        because: held ? null : "It is with somebody else. Ask them, or whoever covers for them"
      })
    }
  )
})
