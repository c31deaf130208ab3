/**
 * An invented history for tests of the verifier: commands of one to three events over a few records, composed by the
 * same plan as every log. What it says makes no sense as peer work; its chains, ids and hashes are those of a log.
 */
import type { NewEvent } from "@peerwork/core"
import { emptyEdge, type RightEdge } from "@peerwork/ledger"
import { type AppendRequest, CommandId, plan, Position, type Rows, type StreamEnd } from "@peerwork/store"

export const inventedOrigin = "example.org/invented/events"

const uuid = (kind: number, number: number): string =>
  `0000000${kind}-0000-4000-8000-${number.toString(16).padStart(12, "0")}`

const kinds = [["shadowing", "ShadowingStarted"], ["appointment", "AppointmentActivated"], [
  "person",
  "PersonRegistered"
]] as const

const eventAt = (number: number, index: number, id: string, records: number): NewEvent => {
  const [life, type] = kinds.at((number + index) % 3)!
  const record = uuid(1, (number * 7 + index) % records)
  return {
    type,
    schemaVersion: 1,
    stream: `${life}-${record}`,
    on: "2016-04-04",
    actor: { id: uuid(2, number % 4), role: "coordinator" },
    command: { id, type: "DoSomething" },
    cause: null,
    correlation: id,
    decision: {
      law: "0.1.0",
      command: { number },
      upTo: number,
      known: { today: "2016-04-04" },
      reads: [["Appointment", record]],
      rules: [{ id: "SHADOW-1", held: number % 5 > 0, facts: { counted: number % 30 }, limits: { days: 14 } }]
    },
    data: { number, index },
    tags: [`${life}:${record}`, `person:${uuid(3, number % 11)}`].sort()
  }
}

/** The request of the command of this number, from 1. */
export const inventedRequest = (number: number, records = 12): AppendRequest => {
  const id = CommandId(uuid(4, number))
  const first = eventAt(number, 0, id, records)
  const more = Array.from({ length: number % 3 }, (_, index) => eventAt(number, index + 1, id, records))
  return {
    commandId: id,
    fingerprint: `fingerprint ${number}`,
    events: [first, ...more],
    personal: [],
    lookups: [],
    checks: [],
    metadata: {}
  }
}

const begun = Date.parse("2016-04-04T08:00:00.000Z")

/** The rows of each command of an endless log. */
export function* inventedRows(records = 12, origin = inventedOrigin): Generator<Rows> {
  let [edge, head, recordedAt]: [RightEdge, number, string | null] = [emptyEdge, 0, null]
  const ends = new Map<string, StreamEnd>()
  for (let number = 1;; number++) {
    const request = inventedRequest(number, records)
    const asked = request.events.flatMap(({ stream }) => {
      const end = ends.get(stream)
      return end === undefined ? [] : [[stream, end] as const]
    })
    const facts = { origin, head: Position(head), edge, recordedAt, commit: null, observed: [], ends: new Map(asked) }
    const planned = plan(facts, request, new Date(begun + number * 1000).toISOString())
    if (planned._tag !== "Insert") throw new Error(`The command ${number} was not planned`)
    const { rows } = planned
    for (const row of rows.events) ends.set(row.stream, { version: row.version, bytes: row.bytes })
    ;[edge, head, recordedAt] = [rows.tree.edge, rows.commit.last, rows.commit.recordedAt]
    yield rows
  }
}

/** The stored bytes of the first events. */
export function* inventedEvents(count: number, records = 12): Generator<Buffer> {
  let given = 0
  for (const { events } of inventedRows(records)) {
    for (const { bytes } of events) {
      if (given === count) return
      given++
      yield Buffer.from(bytes)
    }
  }
}
