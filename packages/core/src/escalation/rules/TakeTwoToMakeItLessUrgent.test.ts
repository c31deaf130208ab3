import { describe, expect, it } from "vitest"
import { TakeTwoToMakeItLessUrgent } from "./TakeTwoToMakeItLessUrgent.ts"

const alone = "Agree it with another member of staff, and name them"
const themselves = "You cannot agree with yourself. Name another member of staff who agreed"

describe(TakeTwoToMakeItLessUrgent.says, () => {
  it.each([
    [true, false, true, false, null],
    [true, false, false, false, alone],
    [true, false, true, true, themselves],
    [false, true, true, false, null],
    [false, true, false, false, alone],
    [false, true, true, true, themselves],
    [false, false, true, false, null],
    [false, false, true, true, themselves],
    [false, false, false, false, null]
  ])(
    "less than immediate %s, out of safeguarding %s, somebody agreed %s, who acts themselves %s: %s",
    (lessThanImmediate, leavesSafeguarding, agreed, samePerson, because) => {
      const facts = { lessThanImmediate, leavesSafeguarding, agreed, samePerson }
      expect(TakeTwoToMakeItLessUrgent.strength).toBe("hard")
      expect(TakeTwoToMakeItLessUrgent.asks(facts)).toMatchObject({ held: because === null, facts, because })
    }
  )
})
