/**
 * `peerwork diff`: what changed in a record between two of its versions.
 */
import { asOf, given, wholeIn } from "../history/AskedMoment.ts"
import { pairs, section } from "../history/Columns.ts"
import { eventLines, eventRow } from "../history/EventLines.ts"
import { changesBetween, factsOf, sayValue } from "../history/FactsOf.ts"
import { eventsOf, type ReadLog } from "../history/ReadLog.ts"
import type { Standing } from "../law/HowItStands.ts"
import { standingOf } from "../law/index.ts"
import type { Command } from "../SubCommand.ts"
import { BadUsage, exitCodes } from "../SubCommand.ts"
import { overLog, streamIn, tell, widthOf } from "./OverLog.ts"

/** The record as it was known once its n-th event was recorded; version 0 is before its first. */
const atVersion = (log: ReadLog, stream: string, version: number): Standing | null => {
  const event = eventsOf(log, stream).find(({ envelope }) => envelope.version === version)
  if (event === undefined) return null
  return standingOf(log.history, stream, asOf(log.events, { asAt: null, knownAt: null, position: event.position }))
}

const versionIn = (name: string, text: string | null, newest: number, otherwise: number): number => {
  if (text === null) return otherwise
  const version = text === "0" ? 0 : wholeIn(name, text)
  if (version <= newest) return version
  throw new BadUsage(`--${name} ${version} is beyond version ${newest}, the newest of the record`)
}

export const diff: Command = {
  usage: "<log> --stream <record> [--from <version>] [--to <version>] [--json]",
  help: `Shows only the facts that changed between two versions of a record, and the
events in between. Versions count the events of a record from 1; version 0 is
before the first. Without --to it is the newest, without --from the one before.

  --stream  the record, such as shadowing-<id>, or the position of an event
  --from    the version to start from
  --to      the version to compare with it
  --json    the same as JSON`,
  examples: [
    "peerwork diff ./bundle --stream 481",
    "peerwork diff ./bundle --stream 481 --from 1 --to 2 --json"
  ],
  options: {
    stream: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    json: { type: "boolean" }
  },
  run: (from, terminal) =>
    overLog(from, terminal, (log) => {
      const stream = streamIn(from, log)
      const newest = eventsOf(log, stream).at(-1)?.envelope.version ?? 0
      const to = versionIn("to", given(from, "to"), newest, newest)
      const since = versionIn("from", given(from, "from"), newest, Math.max(0, to - 1))
      const [before, after] = [atVersion(log, stream, since), atVersion(log, stream, to)]
      const changes = changesBetween(factsOf(before, log.isEvent), factsOf(after, log.isEvent))
      const [first, last] = [Math.min(since, to), Math.max(since, to)]
      const events = eventsOf(log, stream).filter(({ envelope: { version } }) => version > first && version <= last)
      tell(from, terminal, log, { stream, from: since, to, changes, events: events.map(eventRow) }, () => [
        `${stream}, from version ${since} to version ${to} of ${newest}`,
        ...(changes.length === 0 ? ["", "No fact changed"] : []),
        ...section(
          "What changed",
          pairs(
            changes.map((one) => [one.key, `${sayValue(one.before)} -> ${sayValue(one.after)}`]),
            widthOf(terminal) - 2
          )
        ),
        ...section("What happened", events.flatMap(eventLines))
      ])
      return exitCodes.ok
    })
}
