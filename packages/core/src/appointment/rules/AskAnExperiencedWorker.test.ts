import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AskAnExperiencedWorker } from "./AskAnExperiencedWorker.ts"

describe(AskAnExperiencedWorker.says, () => {
  it("holds for a worker of the scheme who is not the person", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (works, advisedAlready, samePerson) => {
      const { held } = AskAnExperiencedWorker.asks({ works, advisedAlready, samePerson })
      expect(held).toBe((works || advisedAlready) && !samePerson)
    }))
  })

  // A worker in another role applies for this one, and would advise on their own selection
  it.each([
    [true, true, "Nobody advises on their own selection. Ask another worker"],
    [false, true, "Nobody advises on their own selection. Ask another worker"],
    [false, false, "They do not work in the scheme on that day. Ask a worker who does"]
  ])("who works: %s, the person themselves: %s", (works, samePerson, because) => {
    expect(AskAnExperiencedWorker.strength).toBe("hard")
    expect(AskAnExperiencedWorker.asks({ works, advisedAlready: false, samePerson })).toEqual({
      rule: AskAnExperiencedWorker,
      held: false,
      facts: { works, advisedAlready: false, samePerson },
      limits: {},
      because,
      earliest: null
    })
  })
})
