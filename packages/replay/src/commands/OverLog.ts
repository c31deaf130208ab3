/**
 * What the commands that look into a log have in common: they open it, read it, and close it again.
 */
import { type AskedMoment, askedMoment, given } from "../history/AskedMoment.ts"
import { wrapped } from "../history/Columns.ts"
import { sayRead } from "../history/FittingTogether.ts"
import { type ReadLog, readLog } from "../history/ReadLog.ts"
import type { Stored } from "../law/LawHistory.ts"
import { Altered, CannotRead } from "../LogSource.ts"
import { openSource } from "../OpenSource.ts"
import { type Arguments, BadUsage, type ExitCode, exitCodes, type Terminal } from "../SubCommand.ts"
import { tellError } from "../TellError.ts"

/** A line no longer than this is easy to read, however wide the terminal is. */
const widest = 100

export const widthOf = ({ columns }: Terminal): number => Math.max(40, Math.min(columns, widest))

const placeIn = ({ positionals }: Arguments): string => {
  const [place, ...others] = positionals
  if (place === undefined) {
    throw new BadUsage("say which log: a bundle, a history.jsonl, or the folder of an app's data")
  }
  if (others.length > 0) throw new BadUsage(`one log is enough; ${others.join(" ")} is too much`)
  return place
}

/** Reads the log that the arguments name. What cannot be read, or does not fit together, is told in one line. */
export const overLog = async (
  from: Arguments,
  terminal: Terminal,
  run: (log: ReadLog) => ExitCode | Promise<ExitCode>
): Promise<ExitCode> => {
  try {
    const source = openSource(placeIn(from))
    try {
      return await run(readLog(source))
    } finally {
      source.close()
    }
  } catch (error) {
    if (!(error instanceof CannotRead) && !(error instanceof Altered)) throw error
    return tellError(terminal, from.values["json"] === true, {
      says: error.message,
      exitCode: error instanceof Altered ? exitCodes.integrity : exitCodes.malformed,
      position: error instanceof Altered ? error.position : null
    })
  }
}

/** One answer: as JSON on one line where it was asked for, else as lines; and what was checked of what was read. */
export const tell = (
  from: Arguments,
  terminal: Terminal,
  { read }: ReadLog,
  answer: object,
  lines: () => ReadonlyArray<string>
): void => {
  if (from.values["json"] === true) terminal.out(JSON.stringify({ ...answer, read }))
  else {
    ;[
      ...lines(),
      "",
      ...wrapped(`${sayRead(read)}. Times are those on the wall, in England and Wales`, widthOf(terminal))
    ].forEach(terminal.out)
  }
}

/** The moment that was asked about, which must not lie beyond the end of the log. */
export const momentIn = (from: Arguments, { events }: ReadLog): AskedMoment => {
  const asked = askedMoment(from)
  if ((asked.position ?? 0) <= events.length) return asked
  throw new BadUsage(`--position ${asked.position} is beyond ${events.length}, where the log ends`)
}

/** The stream that was named, itself or by the position of one of its events, which must be there. */
export const streamIn = (from: Arguments, { events }: ReadLog): string => {
  const named = given(from, "stream")
  if (named === null) throw new BadUsage("say which record: --stream shadowing-<id>")
  const found = events.find(({ envelope, position }) => envelope.stream === named || String(position) === named)
  if (found !== undefined) return found.envelope.stream
  throw new BadUsage(`the log has no ${named}; peerwork show <log> --type <type> lists what there is`)
}

/** The event that was named by its id or its position, which must be there. */
export const eventIn = (from: Arguments, { events }: ReadLog): Stored => {
  const event = given(from, "event")
  if (event === null) throw new BadUsage("say which event: --event <id or position>")
  const found = events.find(({ envelope, position }) => envelope.id === event || String(position) === event)
  if (found === undefined) throw new BadUsage(`the log has no event ${event}`)
  return found
}
