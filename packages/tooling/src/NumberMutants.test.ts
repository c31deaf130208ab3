/**
 * Proves that a number beside a comparison is changed by one, and nothing else is.
 */
import { runInNewContext } from "node:vm"
import { expect, it } from "vitest"
import { withNumberMutants } from "./NumberMutants.ts"

const waysOf = (text: string) =>
  withNumberMutants("a.ts", text).mutants.map(({ was, becomes }) => `${was} -> ${becomes}`)

it("changes each whole number by one, down and up", () => {
  expect(waysOf("const limits = { days: 14 }\nconst first = dates[0x10]")).toEqual([
    "14 -> 13",
    "14 -> 15",
    "0x10 -> 15",
    "0x10 -> 17"
  ])
})

it("leaves words, types, names, fractions and examples alone", () => {
  expect(waysOf("const rule = { example: { facts: { counted: 13 } } }")).toEqual([])
  expect(waysOf(`type Two = 2\nconst a = "14 days" // 14\nconst b = 0.5\nconst c = { 3: "three" }`)).toEqual([])
})

it("acts when it is asked to, and writes down what was reached by which test", () => {
  const { mutants, text } = withNumberMutants("a.ts", "const days = 14\nconst later = () => days + 1")
  const [less] = mutants
  const mutantCoverage = { static: {}, perTest: {} }
  const runAs = (activeMutant?: string) =>
    runInNewContext(`${text}\nglobalThis.__stryker__.currentTestId = "t"\nlater()`, {
      __stryker__: { activeMutant, mutantCoverage }
    }) as number
  expect([runAs(), runAs(less?.id), runAs(mutants[3]?.id)]).toEqual([15, 14, 16])
  const [reached, loading] = [[2, 3], [0, 1]].map((each) =>
    Object.fromEntries(each.map((one) => [mutants[one]!.id, 1]))
  )
  expect(mutantCoverage).toEqual({ static: loading, perTest: { t: reached } })
})
