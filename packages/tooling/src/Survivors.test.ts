/**
 * Proves that a mutant that survived needs an explanation, and that one that was killed needs none.
 */
import { expect, it } from "vitest"
import { complaints, lineAt } from "./Survivors.ts"

const survivor = { file: "a.ts", line: "holds: (n) => n >= 14", was: "n >= 14", becomes: "n > 14" }

it("names a mutant by its line of code", () => {
  const source = "export const a = {\n  holds: (n) => n >= 14\n}\n"
  expect(lineAt(source, source.indexOf("n >= 14"))).toBe(survivor.line)
  expect(lineAt(source, 0)).toBe("export const a = {")
})

it("complains of a survivor that nobody explained", () => {
  expect(complaints([survivor], [])).toEqual({ unexplained: [survivor], outOfDate: [] })
})

it("is content with a survivor that is explained", () => {
  expect(complaints([survivor], [{ ...survivor, why: "n is even" }])).toEqual({ unexplained: [], outOfDate: [] })
})

it("complains of an explanation whose mutant is gone, and of one that says nothing", () => {
  const stale = { ...survivor, line: "gone", why: "n is even" }
  const silent = { ...survivor, why: " " }
  expect(complaints([survivor], [stale, silent])).toEqual({ unexplained: [], outOfDate: [stale, silent] })
})
