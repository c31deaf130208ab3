import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ConsultWorkersFirst } from "./ConsultWorkersFirst.ts"

describe(ConsultWorkersFirst.says, () => {
  it("holds when it is so, and not otherwise", () => {
    fc.assert(fc.property(fc.boolean(), (consulted) => ConsultWorkersFirst.asks({ consulted }).held === consulted))
  })

  // On the advice of the Governor, workers were asked before the first cycle
  it("says what would do", () => {
    expect(ConsultWorkersFirst.strength).toBe("soft")
    expect(ConsultWorkersFirst.asks({ consulted: false })).toEqual({
      rule: ConsultWorkersFirst,
      held: false,
      facts: { consulted: false },
      limits: {},
      because: "No consultation of workers is recorded. Hold one, or give a reason why there is none",
      earliest: null
    })
    expect(ConsultWorkersFirst.asks({ consulted: true })).toMatchObject({ held: true, because: null })
  })
})
