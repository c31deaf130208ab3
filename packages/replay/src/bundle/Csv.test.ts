/**
 * Proves that a row of a table stays one row of text, whatever stands in its cells.
 */
import fc from "fast-check"
import { expect, it } from "vitest"
import { csvRow } from "./Csv.ts"

/** The cells of one row, as RFC 4180 has them. */
const cellsIn = (row: string): ReadonlyArray<string> =>
  [...row.slice(0, -2).matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,"]*))(?=,|$)/g)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "")

it.each(["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j is no formula for a spreadsheet", (cell) => {
  expect(cellsIn(csvRow([cell, "x"]))).toEqual([`'${cell}`, "x"])
})

it("a number stays a number, and what there is not is empty", () => {
  expect(csvRow([-1, null, "", "2016-04-04", 'a "b", c\r\nd'])).toBe('-1,,,2016-04-04,"a ""b"", c\r\nd"\r\n')
})

it("every text comes back as it was, but for the apostrophe in front of what looks like a formula", () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (cells) => {
    const back = cellsIn(csvRow(cells))
    expect(back.map((cell, at) => /^[=+\-@\t\r]/.test(cells[at] ?? "") ? cell.slice(1) : cell)).toEqual(cells)
  }))
})
