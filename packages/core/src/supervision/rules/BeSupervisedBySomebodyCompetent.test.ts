import { describe, expect, it } from "vitest"
import { BeSupervisedBySomebodyCompetent } from "./BeSupervisedBySomebodyCompetent.ts"

const next = "Record it first, or name somebody else"

describe(BeSupervisedBySomebodyCompetent.says, () => {
  it.each([
    [true, true, null],
    [true, false, `Nothing in date says that the supervisor can lead reflective supervision. ${next}`],
    [false, true, `Nothing in date says that the supervisor knows the remit of the role. ${next}`],
    [
      false,
      false,
      `Nothing in date says that the supervisor knows the remit of the role and can lead reflective supervision. ${next}`
    ]
  ])("knows the remit: %s, leads reflection: %s", (knowsRemit, reflects, because) => {
    expect(BeSupervisedBySomebodyCompetent.strength).toBe("hard")
    expect(BeSupervisedBySomebodyCompetent.asks({ knowsRemit, reflects })).toEqual({
      rule: BeSupervisedBySomebodyCompetent,
      held: because === null,
      facts: { knowsRemit, reflects },
      limits: {},
      because,
      earliest: null
    })
  })
})
