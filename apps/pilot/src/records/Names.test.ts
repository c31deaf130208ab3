/**
 * Proves that people are found as they are looked for: in any case, in part, in either order, by number or a part of
 * it; and that those without a name are told apart.
 */
import { describe, expect, it } from "vitest"
import { emptyNames, inList, means } from "./Names.ts"

const tom = { givenName: "Tom", familyName: "O'Brien-Żak", prisonNumber: "A0012BC" }

describe("what somebody types", () => {
  it.for([
    "tom",
    "TOM",
    "brien",
    "o'brien",
    "brien tom",
    "Żak",
    "zak",
    "to bri",
    " tom ",
    "a0012bc",
    "A 0012 BC",
    "a0012",
    "0012",
    ""
  ])(
    "%j means Tom O'Brien-Żak, A0012BC",
    (typed) => expect(means(typed, tom)).toBe(true)
  )

  it.for(["tomm", "A0012BD", "brian", "tom smith", "9999"])(
    "%j does not",
    (typed) => expect(means(typed, tom)).toBe(false)
  )
})

describe("an opaque id", () => {
  it("is told from others that begin or end alike", () => {
    const ids = ["0c2a1000", "0c2b1000", "0c2c1000"].flatMap((begin) =>
      ["000000000001", "000000000002"].map((end) => `${begin}-0000-4000-8000-${end}`)
    )
    expect(new Set(ids.map((id) => inList(emptyNames(), id))).size).toBe(ids.length)
    expect(inList(emptyNames(), ids[0] ?? "")).toBe("Person 0c2a1000…000000000001")
  })
})
