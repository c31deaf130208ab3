import { describe, expect, it } from "vitest"
import { NeverRaiseADangerForLater } from "./NeverRaiseADangerForLater.ts"

describe(NeverRaiseADangerForLater.says, () => {
  it.each([
    [false, false, false, null],
    [false, false, true, null],
    [false, true, true, null],
    [false, true, false, "Read it, and say whether it says that somebody may come to harm soon"],
    [true, true, true, "It cannot wait. Tell somebody who is there now, and raise it at once"],
    [true, false, true, "It cannot wait. Tell somebody who is there now, and raise it at once"]
  ])("danger %s, without a name %s, read %s: %s", (danger, anonymous, read, because) => {
    expect(NeverRaiseADangerForLater.strength).toBe("hard")
    expect(NeverRaiseADangerForLater.asks({ danger, anonymous, read })).toMatchObject({
      held: because === null,
      because
    })
  })
})
