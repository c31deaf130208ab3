/**
 * Receipts: what became of a command, told from the log.
 *
 * The answer to a command, to the same command sent again and to the question after its receipt are one and the same,
 * because all three are read from the events that the command left.
 */
import { instanceOf, ruleBook } from "@peerwork/core"
import type { Envelope, JsonObject, Judged, JudgedInEnvelope, Rule, Verdict } from "@peerwork/core"
import { EventStore, everything, Position } from "@peerwork/store"
import type { Receipt, RecordedEvent } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { sightOfStream, viewingOf } from "../records/Escalations.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { data, problem } from "../server/Answer.ts"
import { judgedJson } from "../server/Problems.ts"
import { takingNone } from "../server/QueryParameters.ts"
import { api } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { commandIdIn } from "./CommandIds.ts"

interface Asks extends Rule {
  asks(facts: Readonly<Record<string, unknown>>, limits: Rule["limits"]): Verdict
}

const isAsking = (rule: Rule): rule is Asks => "asks" in rule && typeof rule.asks === "function"

/** A rule as it stands in the evidence, with its words from the rule book. */
const judgedFrom = ({ facts, held, id, limits, override }: JudgedInEnvelope): Judged | null => {
  const rule = ruleBook.find((one) => one.id === id)
  if (rule === undefined) return null
  const known = limits as Rule["limits"]
  const verdict = isAsking(rule) && !held ? rule.asks(facts, known) : null
  return {
    rule: id,
    says: rule.says,
    source: rule.source,
    strength: rule.strength,
    held,
    facts,
    limits: known,
    because: verdict?.because ?? null,
    earliest: verdict?.earliest ?? null,
    override: override ?? false
  }
}

/** Every rule that was judged for the event. */
export const judgedIn = ({ decision }: Envelope): ReadonlyArray<Judged> =>
  decision.rules.map(judgedFrom).filter((judged) => judged !== null)

const eventJson = ({ envelope, position }: RecordedEvent): JsonObject => ({
  id: envelope.id,
  type: envelope.type,
  position,
  stream: envelope.stream,
  version: envelope.version,
  on: envelope.on ?? null
})

/** The events of a receipt. */
export const eventsOf = ({ first, last }: Receipt) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const after = Position(first - 1)
    return (yield* store.readPage({ query: everything, after, upTo: last })).events
  })

/** What a receipt says. */
export const receiptJson = (receipt: Receipt, events: ReadonlyArray<RecordedEvent>): JsonObject => {
  const { duplicate, first, last, recordedAt } = receipt
  const [envelope] = events.map((event) => event.envelope)
  return {
    command: envelope?.command ?? null,
    receipt: { first, last, recordedAt, duplicate, events: events.map(eventJson) },
    judged: envelope === undefined ? [] : judgedIn(envelope).map(judgedJson)
  }
}

/** Where the record that the events belong to is read. */
export const recordAddress = (events: ReadonlyArray<RecordedEvent>): string | null => {
  const instance = instanceOf(events[0]?.envelope.stream ?? "")
  if (instance === null) return null
  const collection = instance.life === "person" ? "people" : instance.life === "staff" ? "staff" : `${instance.life}s`
  return `/api/${collection}/${instance.id}`
}

/** What was recorded under a command id; nothing, where it is of a record that they do not see. */
export const recordedUnder = (command: string | undefined, asked: Known) =>
  Effect.gen(function*() {
    const commandId = commandIdIn(command)
    const kept = commandId === null ? null : yield* (yield* EventStore).receiptOf(commandId)
    if (kept === null) return null
    const { records } = yield* (yield* LiveRecords).current
    const viewing = yield* viewingOf(asked)
    const events = yield* eventsOf(kept.receipt)
    const isHidden = events.some(({ envelope }) => sightOfStream(records, envelope.stream, viewing) === "nothing")
    return isHidden ? null : { receipt: { ...kept.receipt, duplicate: false }, events }
  })

const receipt: Route = api(
  "GET",
  "/api/receipts/:command",
  takingNone((asked) =>
    Effect.gen(function*() {
      const command = asked.params["command"]
      if (commandIdIn(command) === null) {
        return problem("invalid", "A receipt is found by the command id: a UUID in small letters")
      }
      const kept = yield* recordedUnder(command, asked)
      return kept === null
        ? problem(
          "not-found",
          "No command was recorded under this id. It was refused, is still under way, or was never sent"
        )
        : data(receiptJson(kept.receipt, kept.events), { "cache-control": "no-store" })
    })
  ),
  "records"
)

export const receiptRoutes: ReadonlyArray<Route> = [receipt]
