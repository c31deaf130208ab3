import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AcknowledgeTheJobDescription } from "./AcknowledgeTheJobDescription.ts"

/** The version in force, and one that is the same, the next to it or any other. */
const versions = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.option(fc.integer({ min: -1, max: 1 })), fc.nat(400))
  .map(([current, near, any]) => ({ current, acknowledged: near === null ? any : current + near }))

describe(AcknowledgeTheJobDescription.says, () => {
  it("holds for the very version in force, neither for an older nor for a newer one, and not for none", () => {
    fc.assert(fc.property(versions, fc.boolean(), ({ acknowledged, current }, none) => {
      const facts = { asked: true, acknowledged: none ? null : acknowledged, current }
      expect(AcknowledgeTheJobDescription.asks(facts).held).toBe(!none && acknowledged === current)
    }))
  })

  it("is not asked of the time before the scheme", () => {
    expect(AcknowledgeTheJobDescription.asks({ asked: false, acknowledged: null, current: 1 }).held).toBe(true)
  })

  // Version 2 was published after the worker had acknowledged version 1: they acknowledge again
  it("says which version is in force", () => {
    expect(AcknowledgeTheJobDescription.strength).toBe("hard")
    expect(AcknowledgeTheJobDescription.asks({ asked: true, acknowledged: 1, current: 2 })).toEqual({
      rule: AcknowledgeTheJobDescription,
      held: false,
      facts: { asked: true, acknowledged: 1, current: 2 },
      limits: {},
      because: "The worker acknowledged version 1 of the job description. Version 2 is in force",
      earliest: null
    })
    expect(AcknowledgeTheJobDescription.asks({ asked: true, acknowledged: null, current: 2 }).because)
      .toBe("The worker has not acknowledged the job description. Version 2 is in force")
    expect(AcknowledgeTheJobDescription.asks({ asked: true, acknowledged: 2, current: 2 })).toMatchObject({
      held: true,
      because: null,
      earliest: null
    })
  })
})
