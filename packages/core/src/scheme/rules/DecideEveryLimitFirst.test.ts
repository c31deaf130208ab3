import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { LimitName } from "../SchemeLimits.ts"
import { DecideEveryLimitFirst } from "./DecideEveryLimitFirst.ts"

/** Written again, so that a limit that falls out of the catalogue is missed. */
const leftOpen: ReadonlyArray<LimitName> = [
  "supervisionEveryDays",
  "refresherEveryMonths",
  "riskAssessmentMonths",
  "mentorMonthsInRole",
  "shadowersPerMentor",
  "minimumServiceDays",
  "lateRecordingDays",
  "legacyWaiverMonths",
  "acknowledgeImmediateMinutes",
  "acknowledgeSameDayMinutes",
  "acknowledgeRoutineWorkingDays"
]

describe(DecideEveryLimitFirst.says, () => {
  it("holds when none is unset, and not when one is", () => {
    const unset = fc.oneof(
      fc.constant([]),
      fc.constantFrom(...leftOpen).map((one) => [one]),
      fc.subarray([...leftOpen])
    )
    fc.assert(fc.property(unset, (names) => DecideEveryLimitFirst.asks({ unset: names }).held === (names.length === 0)))
  })

  it("names in words what must be decided", () => {
    expect(DecideEveryLimitFirst.asks({ unset: ["supervisionEveryDays", "shadowersPerMentor"] })).toEqual({
      rule: DecideEveryLimitFirst,
      held: false,
      facts: { unset: ["supervisionEveryDays", "shadowersPerMentor"] },
      limits: {},
      because: "Decide first, from that day or before: how long after one supervision the next is due; " +
        "how many new workers may shadow one worker at the same time",
      earliest: null
    })
  })
})
