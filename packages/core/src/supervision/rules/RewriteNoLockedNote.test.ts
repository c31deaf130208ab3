import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { RewriteNoLockedNote } from "./RewriteNoLockedNote.ts"

const near = fc.integer({ min: 1, max: 100 }).chain((limit) =>
  fc.integer({ min: -1, max: 1 }).map((off) => ({ limit, hours: limit + off }))
)

describe(RewriteNoLockedNote.says, () => {
  it("holds while fewer hours have gone by than the scheme decided", () => {
    fc.assert(fc.property(near, ({ hours, limit }) => {
      expect(RewriteNoLockedNote.asks({ hours }, { hours: limit }).held).toBe(hours < limit)
    }))
  })

  it.each([[71, null], [72, "The note was locked 72 hours after it was recorded. Add to it instead"]])(
    "of 72 hours, %s have gone by",
    (hours, because) => {
      expect(RewriteNoLockedNote.strength).toBe("hard")
      expect(RewriteNoLockedNote.asks({ hours }, { hours: 72 })).toEqual({
        rule: RewriteNoLockedNote,
        held: because === null,
        facts: { hours },
        limits: { hours: 72 },
        because,
        earliest: null
      })
    }
  )

  it("is broken while nobody has decided how long", () => {
    expect(RewriteNoLockedNote.asks({ hours: 0 })).toMatchObject({
      held: false,
      because:
        "The scheme has not decided for that day how long after it was recorded the note of a supervision may be rewritten " +
        "(supervisionNoteHours). A coordinator decides it with DecideSchemePolicy. " +
        "Until then, add to it with AddToSupervisionNote"
    })
  })
})
