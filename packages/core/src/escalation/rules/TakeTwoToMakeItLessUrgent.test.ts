import { describe, expect, it } from "vitest"
import { TakeTwoToMakeItLessUrgent } from "./TakeTwoToMakeItLessUrgent.ts"

describe(TakeTwoToMakeItLessUrgent.says, () => {
  it.each([[true, true, true], [true, false, false], [false, true, true], [false, false, true]])(
    "less than immediate %s, two people %s: %s",
    (lessThanImmediate, two, held) => {
      expect(TakeTwoToMakeItLessUrgent.strength).toBe("hard")
      expect(TakeTwoToMakeItLessUrgent.asks({ lessThanImmediate, two })).toMatchObject({
        held,
        because: held ? null : "Agree it with another member of staff, and name them"
      })
    }
  )
})
