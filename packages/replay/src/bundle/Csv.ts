/**
 * Tables for spreadsheets: RFC 4180 with one header row, and no cell that a spreadsheet would take for a formula.
 */

/** A cell that begins like a formula gets an apostrophe in front. */
const guarded = (cell: string): string => /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell

const quoted = (cell: string): string => /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** One row, with its end. Nothing stands for what there is not. */
export const csvRow = (cells: ReadonlyArray<string | number | null>): string =>
  `${
    cells.map((cell) => cell === null ? "" : typeof cell === "number" ? String(cell) : quoted(guarded(cell))).join(",")
  }\r\n`
