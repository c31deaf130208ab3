import { describe, expect, it } from "vitest"
import { KeepAwayFromYourOwnConcern } from "./KeepAwayFromYourOwnConcern.ts"

describe(KeepAwayFromYourOwnConcern.says, () => {
  it.each([
    [false, false, null],
    [true, false, "Leave it to somebody else"],
    [true, true, "Leave it to somebody else"],
    [false, true, "Name somebody else: it is about the one who was named"]
  ])("about whoever acts %s, about whoever is named %s: %s", (aboutWhoeverActs, aboutWhoeverIsNamed, because) => {
    expect(KeepAwayFromYourOwnConcern.strength).toBe("hard")
    expect(KeepAwayFromYourOwnConcern.asks({ aboutWhoeverActs, aboutWhoeverIsNamed }))
      .toMatchObject({ held: because === null, because })
  })
})
