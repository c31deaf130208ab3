/**
 * Proves that people are found as they are looked for: in any case, in part, in either order, by number or a part of
 * it.
 */
import { describe, expect, it } from "vitest"
import { means } from "./Names.ts"

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
