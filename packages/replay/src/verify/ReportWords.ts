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
    // A mark stands on no line alone, however long the word behind it is
    if (line.trim().length > 1 && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = indent + word
    } else line = line === "" ? word : `${line} ${word}`
  }
  return [...lines, line]
}

const unsigned = ({ kind, signedUpTo, witnessedUpTo }: Report): string => {
  const fits = kind === "receipt" ? "The receipt is in good form" : "The history fits together"
  if (signedUpTo === null) return `${fits}, but no signature was checked: give the key of the log, or a policy.`
  if (witnessedUpTo === null || signedUpTo === 0) return `${fits}, but it is not signed by the key that you gave.`
  return `${fits} and is signed, but not by the witnesses of your policy. Either they have not answered yet, or ` +
    "this is another history than the one that they were shown: ask them what they saw."
}

const verdict = (report: Report): string => {
  switch (report.worst) {
    case null:
      return report.kind === "receipt" ? "The receipt is good." : "The history is whole."
    case "integrity":
      return "The history was altered."
    case "malformed":
      return report.kind === "receipt"
        ? "The receipt proves nothing here."
        : "The history is incomplete, or cannot be read."
    case "disclosure":
      return "A value that was disclosed is not the one that was recorded."
    case "kept":
      return "What you kept could not be relied on, and says nothing about this history: see above."
    case "beside":
      return report.kind === "log"
        ? "The events are in order, but what the signer remembers contradicts them: see above."
        : "The events are in order, but the folder is not as it was packed: see the files above."
    case "quorum":
      return unsigned(report)
    case "decision":
      return "The events are in order, but a decision does not come out again as it was recorded: it was recorded wrongly, " +
        "or another build of the law decided. See above."
  }
}

const told = ({ position, says, within }: Finding): string =>
  position === null || within !== undefined || says.includes(`position ${position}`)
    ? says
    : `${says} (position ${position})`

const kinds: Readonly<Record<Report["kind"], string>> = { bundle: "Bundle of", log: "Log", receipt: "Receipt of" }

const facts = (report: Report): ReadonlyArray<string> => {
  const { checked, checkpoints, events, kind, lastRecordedAt, origin, root, streams } = report
  if (origin === null) return [`Not read     ${checked}`]
  return [
    kinds[kind].padEnd(13) + origin,
    kind === "receipt"
      ? `Checkpoint   over ${events} events`
      : `Events       ${events}, of ${streams} records${
        lastRecordedAt === null ? "" : `, the last recorded at ${lastRecordedAt}`
      }`,
    ...(root === null ? [] : [`Root         ${root}`]),
    ...(kind === "receipt" ? [] : [`Checkpoints  ${checkpoints} that the events agree with`])
  ]
}

const firstWrongLines = ({ firstWrong }: Report): ReadonlyArray<string> =>
  firstWrong === null
    ? []
    : firstWrong.from === firstWrong.to
    ? ["", `First wrong position: ${firstWrong.from}`]
    : ["", `First wrong position: unknown, somewhere from ${firstWrong.from} to ${firstWrong.to}`]

const list = (title: string, sentences: ReadonlyArray<string>, columns: number): ReadonlyArray<string> =>
  sentences.length === 0
    ? []
    : ["", title, ...sentences.flatMap((sentence) => wrapped(`- ${sentence}`, columns, "  "))]

/** The lines of the report, none longer than the columns unless a word is. */
export const reportLines = (report: Report, columns: number): ReadonlyArray<string> => {
  const { findings, findingsInAll, notProved, proved } = report
  const more = findingsInAll - Math.min(findings.length, mostTold)
  return [
    ...facts(report),
    ...list("What is wrong", findings.slice(0, mostTold).map(told), columns),
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...firstWrongLines(report),
    ...list("What this proves", proved, columns),
    ...list("What it does not prove", notProved, columns),
    "",
    ...wrapped(verdict(report), columns)
  ]
}
