/**
 * Amounts: one is said in the singular, everything else in the plural.
 */
import { describe, expect, it } from "vitest"
import { sayAmount, sayMinutes } from "./Amount.ts"

describe("an amount", () => {
  it.each([[0, "0 minutes"], [1, "1 minute"], [2, "2 minutes"], [60, "60 minutes"]])("of %s is %s", (count, said) => {
    expect(sayMinutes(count)).toBe(said)
  })

  it("has a plural of its own where it needs one", () => {
    expect([1, 2].map((count) => sayAmount(count, "person", "people"))).toEqual(["1 person", "2 people"])
  })
})
