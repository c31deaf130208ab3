/**
 * `peerwork as-at`: how one record stood at a moment, and what has become known of that moment since.
 */
import { say } from "@peerwork/core"
import type { LocalDate } from "@peerwork/core"
import { asOf, momentOptions, sayMoment, shortMoment } from "../history/AskedMoment.ts"
import { pairs, section, wrapped } from "../history/Columns.ts"
import { eventLines, eventRow } from "../history/EventLines.ts"
import { factsOf, sayValue } from "../history/FactsOf.ts"
import { type KnownSince, knownSince } from "../history/KnownSince.ts"
import { eventsOf, type ReadLog } from "../history/ReadLog.ts"
import { standingOf } from "../law/index.ts"
import type { Stored } from "../law/LawHistory.ts"
import type { Command, Terminal } from "../SubCommand.ts"
import { BadUsage, exitCodes } from "../SubCommand.ts"
import { momentIn, overLog, streamIn, tell, widthOf } from "./OverLog.ts"

/** What became known of the day, and what was recorded of the record, after the moment. */
interface Since {
  readonly day: LocalDate
  readonly facts: ReadonlyArray<KnownSince>
  readonly later: ReadonlyArray<Stored>
}

const sinceLines = (terminal: Terminal, { events }: ReadLog, { day, facts, later }: Since): ReadonlyArray<string> => {
  const columns = widthOf(terminal) - 2
  const brought = [...new Set(facts.map(({ position }) => position))].sort((a, b) => a - b)
    .flatMap((at) => events.filter(({ position }) => position === at))
  const changed = brought.flatMap(({ envelope, position: at }) => [
    ...wrapped(`Since position ${at}, ${envelope.type}, recorded ${shortMoment(envelope.recordedAt)}:`, columns),
    ...pairs(
      facts.filter(({ position }) => position === at)
        .map(({ after, before, key }) => [key, `${sayValue(before)} -> ${sayValue(after)}`]),
      columns - 2
    ).map((line) => `  ${line}`)
  ])
  return [
    ...section(
      `What is known of ${say(day)} otherwise now`,
      facts.length === 0
        ? wrapped(`Nothing: for ${say(day)}, nothing that is known now is otherwise`, columns)
        : changed
    ),
    ...section("What was recorded of it later", later.flatMap(eventLines))
  ]
}

export const asAt: Command = {
  usage: "<log> --stream <record> [--as-at <date>] [--known-at <moment>] [--position <n>] [--json]",
  help: `Shows how a record stood at a moment: what was the case on a day (--as-at), as
it was known at a moment (--known-at, or --position in the log). With one of the
last two, what is known of the same day otherwise by now is listed below it,
each fact with the event that brought it; and what was recorded of it later.

  --stream    the record, such as shadowing-<id>, or the position of an event
  --as-at     the day that it was
  --known-at  what was known at a moment, or at the end of a day
  --position  what was known up to a position of the log
  --json      the same as JSON`,
  examples: [
    "peerwork as-at ./bundle --stream 481 --as-at 2016-04-03",
    "peerwork as-at ./bundle --stream 481 --known-at 2016-04-03T12:00 --json"
  ],
  options: { ...momentOptions, stream: { type: "string" }, json: { type: "boolean" } },
  run: (from, terminal) =>
    overLog(from, terminal, (log) => {
      const stream = streamIn(from, log)
      const asked = momentIn(from, log)
      if (Object.values(asked).every((one) => one === null)) {
        throw new BadUsage("say which moment: --as-at <date>, --known-at <moment> or --position <n>")
      }
      const moment = asOf(log.events, asked)
      const standing = standingOf(log.history, stream, moment)
      const facts = factsOf(standing, log.isEvent)
      // By the day alone, all that is known now is asked about already
      const since = asked.knownAt === null && asked.position === null ? null : {
        day: moment.day as LocalDate,
        facts: knownSince(log.history, {
          stream,
          moment,
          head: log.events.length,
          facts: (one) => factsOf(one, log.isEvent)
        }),
        later: eventsOf(log, stream).filter(({ position }) => position > moment.upTo)
      }
      const answer = {
        stream,
        moment,
        standing,
        knownSince: since?.facts ?? null,
        recordedLater: since?.later.map(eventRow) ?? null
      }
      tell(from, terminal, log, answer, () => [
        stream,
        sayMoment(asked),
        ...(standing === null ? ["", "Nothing was known of it"] : []),
        ...section("How it stood", pairs(facts.map(({ key, value }) => [key, sayValue(value)]), widthOf(terminal) - 2)),
        ...(since === null ? [] : sinceLines(terminal, log, since))
      ])
      return exitCodes.ok
    })
}
