import { describe, expect, it } from "vitest"
import { KeepApartWhoMustBeApart } from "./KeepApartWhoMustBeApart.ts"

describe(KeepApartWhoMustBeApart.says, () => {
  it.each([true, false])("they are to be kept apart: %s", (apart) => {
    expect(KeepApartWhoMustBeApart.asks({ apart })).toEqual({
      rule: KeepApartWhoMustBeApart,
      held: !apart,
      facts: { apart },
      limits: {},
      because: apart ? "The two are not to be brought together on that day. Choose another mentor" : null,
      earliest: null
    })
  })
})
