/**
 * Proves that a number beside a comparison is changed by one, and nothing else is.
 */
import { expect, it } from "vitest"
import { mutated, numberMutantsOf } from "./NumberMutants.ts"

it("changes each whole number by one, down and up", () => {
  const text = "const limits = { days: 14 }\nconst first = dates[0]"
  expect(numberMutantsOf("a.ts", text).map((mutant) => mutated(text, mutant))).toEqual([
    "const limits = { days: (13) }\nconst first = dates[0]",
    "const limits = { days: (15) }\nconst first = dates[0]",
    "const limits = { days: 14 }\nconst first = dates[(-1)]",
    "const limits = { days: 14 }\nconst first = dates[(1)]"
  ])
})

it("leaves words, types, fractions and examples alone", () => {
  expect(numberMutantsOf("a.ts", "const rule = { example: { facts: { counted: 13 } } }")).toEqual([])
  expect(numberMutantsOf("a.ts", `type Two = 2\nconst a = "14 days" // 14\nconst b = 0.5`)).toEqual([])
})
