import { describe, expect, it } from "vitest"
import { CountWithinTheCalendar } from "./CountWithinTheCalendar.ts"

describe(CountWithinTheCalendar.says, () => {
  it.each([true, false])("they are known: %s", (covered) => {
    expect(CountWithinTheCalendar.strength).toBe("hard")
    expect(CountWithinTheCalendar.asks({ covered })).toMatchObject({
      held: covered,
      because: covered
        ? null
        : "The calendar covers 2013 to 2028. Check the year. If it is right, raise it for today, or use a version of " +
          "Peerwork with a newer calendar"
    })
  })
})
