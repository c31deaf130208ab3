import { describe, expect, it } from "vitest"
import { RecordNothingOfAbsoluteConfidence } from "./RecordNothingOfAbsoluteConfidence.ts"

describe(RecordNothingOfAbsoluteConfidence.says, () => {
  it.each([
    [true, true, "Use the command without content: it records who was told, how and when, and nothing else"],
    [true, false, null],
    [false, true, null],
    [false, false, "This is for roles of absolute confidence only. Raise it with what it is about"]
  ])("a role of absolute confidence %s, with content %s: %s", (absolute, content, because) => {
    expect(RecordNothingOfAbsoluteConfidence.strength).toBe("hard")
    expect(RecordNothingOfAbsoluteConfidence.asks({ absolute, content }))
      .toMatchObject({ held: because === null, because })
  })
})
