/**
 * What the commands that look into a log have in common: they open it, read it, and close it again.
 */
import { instant, localDateOf, say, sayInstant } from "@peerwork/core"
import type { Instant } from "@peerwork/core"
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

const lastRecordedAt = ({ events }: ReadLog): Instant => instant(events.at(-1)?.envelope.recordedAt ?? "")

/** Of a moment behind its end a log knows only what it knew there, and the log may have gone on since. */
const saidOfItsEnd = (from: Arguments, log: ReadLog): ReadonlyArray<string> => {
  const { knownAt } = askedMoment(from)
  const end = lastRecordedAt(log)
  return knownAt === null || knownAt <= end
    ? []
    : [`What was read ends on ${sayInstant(end)}. What was recorded after that is not in it`]
}

/** One answer: as JSON on one line where it was asked for, else as lines; and what was checked of what was read. */
export const tell = (
  from: Arguments,
  terminal: Terminal,
  log: ReadLog,
  answer: object,
  lines: () => ReadonlyArray<string>
): void => {
  const { read } = log
  if (from.values["json"] === true) {
    terminal.out(JSON.stringify({ ...answer, read, lastRecordedAt: lastRecordedAt(log) }))
  } else {
    ;[
      ...lines(),
      "",
      ...saidOfItsEnd(from, log).flatMap((said) => wrapped(said, widthOf(terminal))),
      ...wrapped(`${sayRead(read)}. Times are those on the wall, in England and Wales`, widthOf(terminal))
    ].forEach(terminal.out)
  }
}

/** The later of the clock of this machine and that of the log: a demo's was moved, and this one may be wrong. */
const latest = (log: ReadLog): Instant => {
  const [here, there] = [instant(new Date().toISOString()), lastRecordedAt(log)]
  return here > there ? here : there
}

/** The moment that was asked about. Throws `BadUsage` where it is beyond the end of the log, or nobody knows it yet. */
export const momentIn = (from: Arguments, log: ReadLog): AskedMoment => {
  const asked = askedMoment(from)
  const [end, today] = [log.events.length, localDateOf(latest(log))]
  if ((asked.position ?? 0) > end) {
    throw new BadUsage(`--position ${asked.position} is beyond ${end}, where the log ends`)
  }
  if (asked.knownAt !== null && localDateOf(asked.knownAt) > today) {
    throw new BadUsage(`--known-at ${given(from, "known-at")} is after today, ${say(today)}: nobody knows that yet`)
  }
  return asked
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
