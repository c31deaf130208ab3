/**
 * Proves that the blocks of a page are found, run and compared with what they claim.
 */
import { runInNewContext } from "node:vm"
import { expect, it } from "vitest"
import { modulesOf, withClaims } from "./DocBlocks.ts"

const fence = "```"
const markdown = (...lines: ReadonlyArray<string>) => lines.join("\n")

/** Runs plain JavaScript in which claims were written, and returns what was reached. */
const reached = (code: string) => {
  const found: Array<readonly [line: number, value: unknown, claimed: unknown]> = []
  const reach = (line: number, value: unknown, claimed: () => unknown) => {
    found.push([line, value, claimed()])
    return value
  }
  runInNewContext(code, { claims: { reach }, console: { log: () => undefined } })
  return found
}

it("the blocks of a document are one module, each on its own lines", () => {
  const text = markdown("# A", `${fence}ts`, "const a = 1", fence, "prose", `${fence}ts`, "a + 1 // => 2", fence)
  expect(modulesOf("a.md", text)).toEqual([{ name: "a.md", code: "\n\nconst a = 1\n\n\n\na + 1 // => 2", runs: true }])
})

it("a block may stand alone, and one that cannot run is a module that does not", () => {
  const text = markdown(`${fence}ts alone`, "1", fence, `${fence}ts no-run`, "2", fence, `${fence}sh`, "ls", fence)
  expect(modulesOf("a.md", text)).toEqual([
    { name: "a.md:1", code: "\n1", runs: true },
    { name: "a.md:4", code: "\n\n\n\n2", runs: false }
  ])
})

it("a block inside a list loses the indentation of its fence", () => {
  expect(modulesOf("a.md", markdown(`  ${fence}ts`, "  f({", "    a: 1", "  })", `  ${fence}`))[0]?.code)
    .toBe("\nf({\n  a: 1\n})")
})

it("a TypeScript block inside a longer fence is only shown", () => {
  expect(modulesOf("a.md", markdown(`${fence}\`md`, `${fence}ts`, "1", fence, `${fence}\``))).toEqual([])
})

it("a block with an unknown word is refused", () => {
  expect(() => modulesOf("a.md", markdown(`${fence}ts norun`, "1", fence)))
    .toThrow("a.md:1: a block is ts, ts alone or ts no-run")
})

const claimsIn = (code: string) => withClaims({ name: "a.md", code, runs: true })

it("claims the value of an expression, of a constant, of what is logged and of what stands above", () => {
  const { code, lines } = claimsIn(markdown(
    "1 + 1 // => 2",
    "const b = { c: [1] } // => { c: [1] }",
    "console.log(b.c.length) // => 1",
    "b.c.map((n) =>",
    "  n + 1)",
    "// => [2]"
  ))
  expect(lines).toEqual([1, 2, 3, 6])
  expect(reached(code)).toEqual([[1, 2, 2], [2, { c: [1] }, { c: [1] }], [3, 1, 1], [6, [2], [2]]])
})

it("a claim that is false is reached all the same", () => {
  expect(reached(claimsIn("1 + 1 // => 3").code)).toEqual([[1, 2, 3]])
})

it("a claim inside a function that nobody calls is never reached", () => {
  const { code, lines } = claimsIn("const f = () => {\n  1 + 1 // => 2\n}")
  expect([lines, reached(code)]).toEqual([[2], []])
})

it("a long value goes on in the comments below", () => {
  const { code } = claimsIn(markdown("({ a: 1, b: 2 })", "// => {", "//   a: 1,", "//   b: 2", "// }"))
  expect(reached(code)).toEqual([[2, { a: 1, b: 2 }, { a: 1, b: 2 }]])
})

it("a claim that is prose is refused with its place", () => {
  expect(() => claimsIn("1 // => the number one")).toThrow("a.md:1: what follows // => is not a value: the number one")
})

it("a claim behind nothing is refused with its place", () => {
  expect(() => claimsIn("// => 1")).toThrow("a.md:1: // => stands behind no expression")
})
