/**
 * `peerwork show`: what a log holds, which events match, and one record with its events.
 */
import { askedMoment, asOf, given, momentOptions, sayMoment, shortMoment } from "../history/AskedMoment.ts"
import { pairs, section } from "../history/Columns.ts"
import { eventLines, eventRow } from "../history/EventLines.ts"
import { factsOf, sayValue } from "../history/FactsOf.ts"
import { matching } from "../history/Matching.ts"
import { countedAt, type ReadLog } from "../history/ReadLog.ts"
import { standingOf } from "../law/index.ts"
import type { Stored } from "../law/LawHistory.ts"
import type { Arguments, Command, Terminal } from "../SubCommand.ts"
import { exitCodes } from "../SubCommand.ts"
import { momentIn, overLog, streamIn, tell, widthOf } from "./OverLog.ts"

const counted = (names: ReadonlyArray<string>): ReadonlyArray<readonly [string, number]> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a < b ? -1 : 1)
}

const lifeOf = (stream: string): string => stream.slice(0, stream.indexOf("-"))

const overview = (from: Arguments, terminal: Terminal, log: ReadLog, events: ReadonlyArray<Stored>): void => {
  const recorded = events.map(({ envelope }) => envelope.recordedAt)
  const records = counted([...new Set(events.map(({ envelope }) => envelope.stream))].map(lifeOf))
  const types = counted(events.map(({ envelope }) => envelope.type))
  const answer = {
    origin: log.origin,
    events: events.length,
    firstRecordedAt: recorded[0] ?? null,
    lastRecordedAt: recorded.at(-1) ?? null,
    records: Object.fromEntries(records),
    types: Object.fromEntries(types)
  }
  const rows = (of: ReadonlyArray<readonly [string, number]>) =>
    pairs(of.map(([name, count]) => [name, String(count)]), widthOf(terminal))
  tell(from, terminal, log, answer, () => [
    log.origin,
    recorded.length === 0
      ? "No events by then"
      : `${events.length} events, recorded from ${shortMoment(recorded[0] ?? "")} to ${
        shortMoment(recorded.at(-1) ?? "")
      }`,
    ...section("Records", rows(records)),
    ...section("Events", rows(types))
  ])
}

const list = (from: Arguments, terminal: Terminal, log: ReadLog, events: ReadonlyArray<Stored>): void =>
  tell(
    from,
    terminal,
    log,
    { events: events.map(eventRow) },
    () => events.length === 0 ? ["No event matches"] : events.flatMap(eventLines)
  )

const record = (
  from: Arguments,
  terminal: Terminal,
  log: ReadLog,
  moment: ReturnType<typeof asOf>,
  isAsked: (event: Stored) => boolean
): void => {
  const stream = streamIn(from, log)
  const standing = standingOf(log.history, stream, moment)
  const events = countedAt(log, moment).filter((event) => event.envelope.stream === stream && isAsked(event))
  const facts = factsOf(standing, log.isEvent).map(({ key, value }) => [key, sayValue(value)] as const)
  tell(from, terminal, log, { stream, moment, standing, events: events.map(eventRow) }, () => [
    stream,
    sayMoment(askedMoment(from)),
    ...(standing === null ? ["Nothing was known of it"] : []),
    ...section("How it stands", pairs(facts, widthOf(terminal) - 2)),
    ...section("What happened", events.flatMap(eventLines))
  ])
}

export const show: Command = {
  usage: "<log> [--stream <record>] [--type <type>] [--tag <tag>] [--actor <id>] [--as-at <date>] " +
    "[--known-at <moment>] [--position <n>] [--json]",
  help: `Without anything else it shows what the log holds. With --type, --tag or
--actor it lists the events that match; with --stream it shows one record and
its events, or those of them that match.

  --stream    one record, such as shadowing-<id>, or the position of an event
  --type      events of one type, such as ShadowingSignedOff
  --tag       events that concern somebody or something, such as person:<id>
  --actor     events recorded by one member of staff, by their id
  --as-at     the day that it was: what is dated later is left out
  --known-at  what was known at a moment, or at the end of a day
  --position  what was known up to a position of the log
  --json      the same as JSON

<log> is a bundle, its derived/history.jsonl, or the data folder of an app.`,
  examples: [
    "peerwork show ./bundle",
    "peerwork show ./bundle --type ShadowingSignedOff",
    "peerwork show ./bundle --stream 481",
    "peerwork show ./bundle --type ShadowingSignedOff --as-at 2016-04-04 --json"
  ],
  options: {
    ...momentOptions,
    stream: { type: "string" },
    type: { type: "string" },
    tag: { type: "string" },
    actor: { type: "string" },
    json: { type: "boolean" }
  },
  run: (from, terminal) =>
    overLog(from, terminal, (log) => {
      const moment = asOf(log.events, momentIn(from, log))
      const isAsked = matching(from, log.events)
      const known = countedAt(log, moment)
      if (given(from, "stream") !== null) record(from, terminal, log, moment, isAsked)
      else if (["type", "tag", "actor"].some((name) => given(from, name) !== null)) {
        list(from, terminal, log, known.filter(isAsked))
      } else overview(from, terminal, log, known)
      return exitCodes.ok
    })
}
