/**
 * Lines that fit a terminal: names on the left, values beside them, wrapped where they are long.
 */

/** Text in lines of at most `width` characters, broken at blanks; a word that is longer is cut. */
export const wrapped = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`
    if (longer.length <= width) {
      line = longer
      continue
    }
    if (line !== "") lines.push(line)
    line = word
    while (line.length > width) {
      lines.push(line.slice(0, width))
      line = line.slice(width)
    }
  }
  return [...lines, line]
}

/** Rows of two columns; the left one as wide as its longest name, and never more than half. */
export const pairs = (rows: ReadonlyArray<readonly [string, string]>, columns: number): ReadonlyArray<string> => {
  const widest = Math.max(0, ...rows.map(([name]) => name.length))
  const left = Math.min(widest, Math.floor(columns / 2) - 2)
  return rows.flatMap(([name, value]) => {
    const [names, values] = [wrapped(name, left), wrapped(value, columns - left - 2)]
    return Array.from(
      { length: Math.max(names.length, values.length) },
      (_, index) => `${(names[index] ?? "").padEnd(left)}  ${values[index] ?? ""}`.trimEnd()
    )
  })
}

/** A heading with its lines, indented; nothing where there are none. */
export const section = (heading: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : ["", heading, ...lines.map((line) => line === "" ? "" : `  ${line}`)]
