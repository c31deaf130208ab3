import { describe, expect, it } from "vitest"
import { WriteDownTheSchemeFirst } from "./WriteDownTheSchemeFirst.ts"

describe(WriteDownTheSchemeFirst.says, () => {
  it.each([true, false])("it is written: %s", (written) => {
    expect(WriteDownTheSchemeFirst.asks({ written })).toEqual({
      rule: WriteDownTheSchemeFirst,
      held: written,
      facts: { written },
      limits: {},
      because: written ? null : "Nothing was written down by that day. Write down the scheme first",
      earliest: null
    })
  })
})
