import { describe, expect, it } from "vitest"
import { NameWhoReceives } from "./NameWhoReceives.ts"

describe(NameWhoReceives.says, () => {
  it.each([true, false])("somebody is named: %s", (named) => {
    expect(NameWhoReceives.strength).toBe("alert")
    expect(NameWhoReceives.asks({ named })).toMatchObject({
      held: named,
      facts: { named },
      because: named
        ? null
        : "Nobody holds the post that this goes to. Hand it over to somebody yourself, and have the post filled"
    })
  })
})
