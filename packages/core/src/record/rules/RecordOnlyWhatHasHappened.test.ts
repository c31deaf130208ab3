import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { RecordOnlyWhatHasHappened } from "./RecordOnlyWhatHasHappened.ts"

const today = date("2016-04-03")
const near = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))

describe(RecordOnlyWhatHasHappened.says, () => {
  it("holds for today and any day before", () => {
    fc.assert(fc.property(near, (days) => {
      expect(RecordOnlyWhatHasHappened.asks({ latest: addDays(today, days), today }).held).toBe(days <= 0)
    }))
  })

  // On Sunday 3 April a sign-off on Monday 4 April has not happened yet
  it("says on which day it can be recorded", () => {
    expect(RecordOnlyWhatHasHappened.strength).toBe("hard")
    expect(RecordOnlyWhatHasHappened.asks({ latest: date("2016-04-04"), today })).toEqual({
      rule: RecordOnlyWhatHasHappened,
      held: false,
      facts: { latest: "2016-04-04", today: "2016-04-03" },
      limits: {},
      because: "This has not happened yet. Record it on or after 4 April 2016",
      earliest: "2016-04-04"
    })
    expect(RecordOnlyWhatHasHappened.asks({ latest: today, today })).toMatchObject({
      held: true,
      because: null,
      earliest: null
    })
  })
})
