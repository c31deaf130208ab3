/**
 * `peerwork as-at`: how one record stood at a moment, and what has become known of that moment since.
 */
import { askedMoment, asOf, momentOptions, sayMoment } from "../history/AskedMoment.ts"
import { pairs, section } from "../history/Columns.ts"
import { changesBetween, factsOf, sayValue } from "../history/FactsOf.ts"
import { standingOf } from "../law/index.ts"
import type { Command } from "../SubCommand.ts"
import { BadUsage, exitCodes } from "../SubCommand.ts"
import { overLog, streamIn, tell, widthOf } from "./OverLog.ts"

export const asAt: Command = {
  usage: "<log> --stream <record> [--as-at <date>] [--json]",
  help: `Shows how a record stood at a moment: what was the case on a day (--as-at), as
it was known at a moment (--known-at, or --position in the log). What became
known later of the same day is listed below it: a late entry or a correction
changes what was the case, and never what somebody could know.

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
      const asked = askedMoment(from)
      if (Object.values(asked).every((one) => one === null)) {
        throw new BadUsage("say which moment: --as-at <date>, --known-at <moment> or --position <n>")
      }
      const moment = asOf(log.events, asked)
      const standing = standingOf(log.history, stream, moment)
      const now = standingOf(log.history, stream, {
        ...moment,
        upTo: log.events.at(-1)?.position ?? 0,
        asAt: moment.day
      })
      const facts = factsOf(standing, log.isEvent)
      const since = changesBetween(facts, factsOf(now, log.isEvent))
      tell(from, terminal, log, { stream, moment, standing, knownSince: since }, () => [
        stream,
        sayMoment(asked),
        ...(standing === null ? ["", "Nothing was known of it"] : []),
        ...section("How it stood", pairs(facts.map(({ key, value }) => [key, sayValue(value)]), widthOf(terminal) - 2)),
        ...section(
          "What became known of it since",
          pairs(
            since.map(({ after, before, key }) => [key, `${sayValue(before)} -> ${sayValue(after)}`]),
            widthOf(terminal) - 2
          )
        )
      ])
      return exitCodes.ok
    })
}
