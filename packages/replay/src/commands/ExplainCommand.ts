/**
 * `peerwork explain`: why an event was allowed, and whether the law of its version decides the same again.
 */
import { say } from "@peerwork/core"
import type { JsonObject } from "@peerwork/core"
import { given, shortMoment } from "../history/AskedMoment.ts"
import { pairs, section, wrapped } from "../history/Columns.ts"
import { eventRow, sayWhen } from "../history/EventLines.ts"
import { explain as explainEvent, type Explained, type ExplainedRule } from "../history/Explaining.ts"
import { sayValue } from "../history/FactsOf.ts"
import { lawsIn } from "../history/LawOf.ts"
import { commandOf, type ReadLog } from "../history/ReadLog.ts"
import type { Stored } from "../law/LawHistory.ts"
import { CannotRead } from "../LogSource.ts"
import type { Command, Terminal } from "../SubCommand.ts"
import { exitCodes } from "../SubCommand.ts"
import { eventIn, overLog, tell, widthOf } from "./OverLog.ts"

const named = (values: JsonObject): string =>
  Object.entries(values).map(([name, value]) => `${name} ${sayValue(value)}`).join(", ")

/** `days 14 (of the source)`, `months 6 (decided by the scheme at position 14, from 1 October 2015)`. */
const sayLimits = ({ limits, limitsFrom }: ExplainedRule): string =>
  Object.entries(limits).map(([name, value]) => {
    const from = limitsFrom[name] ?? null
    const origin = from === null
      ? "the log does not say who decided it"
      : from.by === "source"
      ? "of the source"
      : `decided by the scheme at position ${from.position}, from ${say(from.from)}`
    return `${name} ${sayValue(value)} (${origin})`
  }).join(", ")

const ruleLines = (rule: ExplainedRule, columns: number): ReadonlyArray<string> => {
  const { because, facts, held, id, limits, override, says, source, strength } = rule
  const verdict = held ? "held" : override ? "not met; somebody recorded a reason for going on" : "not met"
  return [
    `${id}  ${verdict}${strength === null ? "" : ` (${strength})`}`,
    ...wrapped(says ?? "This law does not know the rule", columns - 4).map((line) => `  ${line}`),
    ...pairs([
      ...(source === null ? [] : [["Source", `${source.title}, ${source.at}`] as const]),
      ["Facts", named(facts)],
      ...(Object.keys(limits).length === 0 ? [] : [["Limits", sayLimits(rule)] as const]),
      ...(because === null ? [] : [["Said", because] as const])
    ], columns - 4).map((line) => `  ${line}`)
  ]
}

const againLines = ({ again }: Explained, columns: number): ReadonlyArray<string> =>
  again.same
    ? [`With the law ${again.law}: the same outcome, rules, facts, limits and reads`]
    : [
      `With the law ${again.law} it comes out otherwise:`,
      ...again.differences.flatMap(({ paths, what }) =>
        paths.flatMap(({ again: now, at, recorded }) => [
          at === "" ? what : `${what}, ${at}`,
          ...pairs([["recorded", sayValue(recorded)], ["now", sayValue(now)]], columns - 2).map((line) => `  ${line}`)
        ])
      ),
      ...wrapped(
        "The event names the law by its version alone. If another build of that version decided, name its law (--law)",
        columns
      )
    ]

/** The event that this one puts right, and those that put this one right later. */
const corrections = ({ events }: ReadLog, { envelope: { corrects, id } }: Stored) =>
  events.flatMap((event) => [
    ...(event.envelope.id === corrects ? [{ event, how: "Puts right" }] : []),
    ...(event.envelope.corrects === id ? [{ event, how: "Put right by" }] : [])
  ])

const lines = (terminal: Terminal, event: Stored, log: ReadLog, explained: Explained): ReadonlyArray<string> => {
  const { envelope, position } = event
  const { decision } = envelope
  const columns = widthOf(terminal) - 2
  const moments = new Map(log.events.map((one) => [one.position, one.envelope.type]))
  return [
    `Position ${position}: ${explained.title}`,
    ...section(
      "What happened",
      pairs([
        ["When", sayWhen(envelope)],
        ["By", `${envelope.actor.role} ${envelope.actor.id}`],
        ["Of", `${envelope.stream}, version ${envelope.version}`],
        ["Event", `${envelope.type}, ${envelope.id}`],
        ["Command", `${envelope.command.type}, ${envelope.command.id}`],
        ...corrections(log, event).map(({ event: other, how }) =>
          [
            how,
            `position ${other.position}, ${other.envelope.type}, recorded ${shortMoment(other.envelope.recordedAt)}`
          ] as const
        ),
        ...Object.entries(envelope.data).map(([name, value]) => [name, sayValue(value)] as const)
      ], columns)
    ),
    ...section("Rules judged", explained.rules.flatMap((rule) => ruleLines(rule, columns))),
    ...section(
      "What was known",
      pairs(Object.entries(decision.known).map(([name, value]) => [name, sayValue(value)]), columns)
    ),
    ...section(
      `What was read, up to position ${decision.upTo}`,
      explained.reads.flatMap(({ id, positions, view }) => [
        `${view} of ${id}`,
        ...wrapped(
          positions.length === 0 ? "nothing yet" : positions.map((one) => `${one} ${moments.get(one)}`).join(", "),
          columns - 2
        ).map((line) => `  ${line}`)
      ])
    ),
    ...section("Decided again", againLines(explained, columns))
  ]
}

export const explain: Command = {
  usage: "<log> --event <id or position> [--law <file>] [--json]",
  help: `Shows why an event was allowed: who decided it and when, every rule that was
judged with its sentence, its source, its limits and the facts, and what the
decision had read. Then it decides again from the log alone, and says whether
it comes to the same.

  --event  the event, by its id or its position in the log
  --law    the law of another version, such as law/0.1.0.mjs of the bundle.
           It is code and it is run: trust it as you trust this command
  --json   the same as JSON

It ends with 0 where the decision is the same, and with 5 where it is not.`,
  examples: ["peerwork explain ./bundle --event 481", "peerwork explain ./bundle --event 481 --json"],
  options: { event: { type: "string" }, law: { type: "string" }, json: { type: "boolean" } },
  run: (from, terminal) =>
    overLog(from, terminal, async (log) => {
      const event = eventIn(from, log)
      const file = given(from, "law")
      const lawOf = await lawsIn(file === null ? [] : [file])
      const { law: version } = event.envelope.decision
      const law = lawOf(version)
      if (law === null) {
        throw new CannotRead(`It was decided under the law ${version}; give it with --law law/${version}.mjs`)
      }
      const history = law.makeHistory()
      log.events.forEach(history.take)
      const explained = explainEvent(law, history, commandOf(log, event), event)
      const found = corrections(log, event)
      const rowsOf = (how: string) => found.filter((one) => one.how === how).map((one) => eventRow(one.event))
      const answer = {
        event: eventRow(event),
        envelope: event.envelope,
        putsRight: rowsOf("Puts right")[0] ?? null,
        putRightBy: rowsOf("Put right by"),
        ...explained
      }
      tell(from, terminal, log, answer, () => lines(terminal, event, log, explained))
      return explained.again.same ? exitCodes.ok : exitCodes.decision
    })
}
