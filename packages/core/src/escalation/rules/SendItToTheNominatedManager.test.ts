import { describe, expect, it } from "vitest"
import { SendItToTheNominatedManager } from "./SendItToTheNominatedManager.ts"

describe(SendItToTheNominatedManager.says, () => {
  it.each([[true, true, true], [true, false, false], [false, true, true], [false, false, true]])(
    "asked %s, to the nominated manager %s: %s",
    (asked, toThem, held) => {
      expect(SendItToTheNominatedManager.strength).toBe("hard")
      expect(SendItToTheNominatedManager.asks({ asked, toThem })).toMatchObject({
        held,
        because: held
          ? null
          : "Hand it over to the nominated manager or their cover, or, if it is about the manager, to the duty governor; " +
            "they may ask the local authority for advice"
      })
    }
  )
})
