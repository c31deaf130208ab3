/**
 * Proves that every kind of loop ends, and that one that ends by itself does what it did.
 */
import { runInNewContext } from "node:vm"
import { expect, it } from "vitest"
import { withEndingLoops } from "./EndingLoops.ts"

it.for([
  ["let sum = 7\nwhile (sum < 9) sum += 1\nreturn sum", 9],
  ["let sum = 7\nfor (const a of [1, 2]) for (let b = 0; b < a; b++) { sum += b }\nreturn sum", 8],
  ["let sum = 7\nfor (const a in { b: 1 }) sum += a.length\nreturn sum", 8],
  ["let sum = 7\nwhile (sum < 9) sum += 0\nreturn sum", "The loop does not end"],
  ["for (;;) { }", "The loop does not end"],
  ["let sum = 0\ndo { sum *= 2 } while (sum < 9)\nreturn sum", "The loop does not end"]
])("lets no loop run for ever: %s", ([text, result]) => {
  const code = withEndingLoops("a.ts", `function run() {\n${text}\n}`)
  const said = `(() => { try { return run() } catch (error) { return error.message } })()`
  expect(runInNewContext(`${code}\n${said}`, { __stryker__: { turns: 0, mostTurns: 100 } })).toBe(result)
})

it("does not count the turns of Stryker's own loop", () => {
  const code = withEndingLoops("a.ts", "function stryCov_9fa48() { function cover() { for (;;) break } cover() }")
  expect(runInNewContext(`${code}\nstryCov_9fa48()\nglobalThis.__stryker__.turns`, { __stryker__: { turns: 0 } })).toBe(
    0
  )
})
