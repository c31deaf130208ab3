import { describe, expect, it } from "vitest"
import { WriteOnlyYourOwnNote } from "./WriteOnlyYourOwnNote.ts"

const because = "Leave the supervisor's own note empty. The supervisor can add it"

describe(WriteOnlyYourOwnNote.says, () => {
  it.each([[true, true, null], [true, false, because], [false, true, null], [false, false, null]])(
    "holds a note of the supervisor's own: %s, is given by the supervisor: %s",
    (writesOwn, isSupervisor, says) => {
      expect(WriteOnlyYourOwnNote.strength).toBe("hard")
      expect(WriteOnlyYourOwnNote.asks({ writesOwn, isSupervisor })).toEqual({
        rule: WriteOnlyYourOwnNote,
        held: says === null,
        facts: { writesOwn, isSupervisor },
        limits: {},
        because: says,
        earliest: null
      })
    }
  )
})
