import { describe, expect, it } from "vitest"
import { NameOnlyWhatPassesItOn } from "./NameOnlyWhatPassesItOn.ts"

describe(NameOnlyWhatPassesItOn.says, () => {
  it.each([true, false])("every one that is named passes it on: %s", (passesItOn) => {
    expect(NameOnlyWhatPassesItOn.strength).toBe("hard")
    expect(NameOnlyWhatPassesItOn.asks({ passesItOn })).toMatchObject({
      held: passesItOn,
      because: passesItOn ? null : "Name the escalation that passes it on, or raise one and name that"
    })
  })
})
