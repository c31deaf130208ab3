/**
 * Proves that a mutant that survived needs an explanation, and that one that was killed needs none.
 */
import { expect, it } from "vitest"
import { complaints, type Report, survivorsIn } from "./Survivors.ts"

const source = "export const a = {\n  holds: (n) => n >= 14\n}\n"
const location = { start: { line: 2, column: 17 }, end: { line: 2, column: 24 } }
const reportOf = (status: string): Report => ({
  files: { "a.ts": { source, mutants: [{ status, replacement: "n > 14", location }] } }
})
const survivor = { file: "a.ts", line: "holds: (n) => n >= 14", was: "n >= 14", becomes: "n > 14" }

it.for(["Survived", "NoCoverage"])("names a mutant that is %s by its line of code", (status) => {
  expect(survivorsIn(reportOf(status))).toEqual([survivor])
})

it.for(["Killed", "Timeout", "Ignored", "RuntimeError"])("does not name a mutant that is %s", (status) => {
  expect(survivorsIn(reportOf(status))).toEqual([])
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
