/**
 * A report as lines for people: what was checked, what it proves, what it does not, and all that is wrong.
 */
import type { Finding } from "./Finding.ts"
import type { Report } from "./Report.ts"

const mostTold = 20

/** The words in lines of up to so many characters; every line but the first is indented. */
export const wrapped = (text: string, columns: number, indent = ""): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = indent + word
    } else line = line === "" ? word : `${line} ${word}`
  }
  return [...lines, line]
}

const verdicts: Readonly<Record<number, string>> = {
  0: "The history is whole.",
  1: "The history was altered.",
  2: "The history fits together, but not enough people have signed it.",
  3: "The history is incomplete, or cannot be read.",
  4: "A value that was disclosed is not the one that was recorded.",
  5: "A decision does not come out again as it was recorded."
}

const told = ({ position, says }: Finding): string =>
  position === null || says.includes(`position ${position}`) ? says : `${says} (position ${position})`

const facts = ({ checkpoints, events, kind, lastRecordedAt, origin, root, streams }: Report): ReadonlyArray<string> => [
  (kind === "bundle" ? "Bundle of" : "Log").padEnd(13) + (origin ?? "no log that could be read"),
  `Events       ${events}, of ${streams} records${
    lastRecordedAt === null ? "" : `, the last recorded at ${lastRecordedAt}`
  }`,
  ...(root === null ? [] : [`Root         ${root}`]),
  `Checkpoints  ${checkpoints} that the events agree with`
]

const list = (title: string, sentences: ReadonlyArray<string>, columns: number): ReadonlyArray<string> =>
  sentences.length === 0
    ? []
    : ["", title, ...sentences.flatMap((sentence) => wrapped(`- ${sentence}`, columns, "  "))]

/** The lines of the report, none longer than the columns unless a word is. */
export const reportLines = (report: Report, columns: number): ReadonlyArray<string> => {
  const { exitCode, findings, findingsInAll, firstWrongPosition, notProved, proved } = report
  const more = findingsInAll - Math.min(findings.length, mostTold)
  return [
    ...facts(report),
    ...list("What is wrong", findings.slice(0, mostTold).map(told), columns),
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...(firstWrongPosition === null ? [] : ["", `First wrong position: ${firstWrongPosition}`]),
    ...list("What this proves", proved, columns),
    ...list("What it does not prove", notProved, columns),
    "",
    verdicts[exitCode] ?? ""
  ]
}
