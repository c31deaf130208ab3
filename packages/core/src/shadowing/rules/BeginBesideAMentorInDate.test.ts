import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { BeginBesideAMentorInDate } from "./BeginBesideAMentorInDate.ts"

describe(BeginBesideAMentorInDate.says, () => {
  it("holds exactly while nothing has lapsed", () => {
    fc.assert(fc.property(fc.boolean(), (inDate) => BeginBesideAMentorInDate.asks({ inDate }).held === inDate))
  })

  it("says what to do", () => {
    expect(BeginBesideAMentorInDate.strength).toBe("hard")
    expect(BeginBesideAMentorInDate.asks({ inDate: false })).toEqual({
      rule: BeginBesideAMentorInDate,
      held: false,
      facts: { inDate: false },
      limits: {},
      because:
        "Something that the mentor's role asks for has lapsed or is missing. Have it renewed and record that, or choose another mentor",
      earliest: null
    })
  })
})
