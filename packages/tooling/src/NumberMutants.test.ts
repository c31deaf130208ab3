import { runInNewContext } from "node:vm"
import { expect, it } from "vitest"
import { mutated, mutatedToEnd, numberMutantsOf } from "./NumberMutants.ts"

it("changes each whole number by one, down and up", () => {
  const text = "const limits = { days: 14 }\nconst first = dates[0]"
  expect(numberMutantsOf("a.ts", text).map((mutant) => mutated(text, mutant))).toEqual([
    "const limits = { days: (13) }\nconst first = dates[0]",
    "const limits = { days: (15) }\nconst first = dates[0]",
    "const limits = { days: 14 }\nconst first = dates[(-1)]",
    "const limits = { days: 14 }\nconst first = dates[(1)]"
  ])
})

it("leaves words, types and fractions alone", () => {
  expect(numberMutantsOf("a.ts", `type Two = 2\nconst a = "14 days" // 14\nconst b = 0.5`)).toEqual([])
})

it.for([
  ["let sum = 7\nwhile (sum < 9) sum += 1\nreturn sum", "sum += (2)", 9],
  ["let sum = 7\nfor (const a of [1, 2]) for (let b = 0; b < a; b++) { sum += b }\nreturn sum", "[1, (3)]", 10],
  ["let sum = 7\nwhile (sum < 9) sum += 1\nreturn sum", "sum += (0)", "endless"],
  ["let sum = 7\ndo { sum *= 2 } while (sum < 9)\nreturn sum", "sum *= (1)", "endless"]
])("lets no loop run for ever: %s", ([text, becomes, result]) => {
  const within = `function run() {\n${text}\n}`
  const mutant = numberMutantsOf("a.ts", within).find((each) => mutated(within, each).includes(String(becomes)))!
  const code = `try { return run() } catch (error) { return error }\n${mutatedToEnd("a.ts", within, mutant)}`
  expect(runInNewContext(`(() => {${code}})()`)).toBe(result)
})
