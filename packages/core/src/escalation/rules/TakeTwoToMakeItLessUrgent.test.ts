import { describe, expect, it } from "vitest"
import { TakeTwoToMakeItLessUrgent } from "./TakeTwoToMakeItLessUrgent.ts"

describe(TakeTwoToMakeItLessUrgent.says, () => {
  it.each([
    [true, false, true, true],
    [true, false, false, false],
    [false, true, true, true],
    [false, true, false, false],
    [false, false, true, true],
    [false, false, false, true]
  ])(
    "less than immediate %s, out of safeguarding %s, two people %s: %s",
    (lessThanImmediate, leavesSafeguarding, two, held) => {
      expect(TakeTwoToMakeItLessUrgent.strength).toBe("hard")
      expect(TakeTwoToMakeItLessUrgent.asks({ lessThanImmediate, leavesSafeguarding, two })).toMatchObject({
        held,
        because: held ? null : "Agree it with another member of staff, and name them"
      })
    }
  )
})
