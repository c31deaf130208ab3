/**
 * The feed of events: `GET /api/events?after=<position>`, page after page until one is empty.
 *
 * As CloudEvents, each with the stored envelope as its data; or, for `Accept: application/x-ndjson`, the stored bytes
 * themselves, one event a line: this is the export of the log, whole where no `limit` is given. The next page is in the
 * header `Link`.
 */
import { eventTypes } from "@peerwork/core"
import type { QueryItem } from "@peerwork/core"
import { EventStore, limits, Position } from "@peerwork/store"
import type { Page, RecordedEvent, Store } from "@peerwork/store"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { sightOfStream, viewingOf } from "../records/Escalations.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { bytes, data, problem, streamed } from "../server/Answer.ts"
import { api } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { cloudEvent, outsideType } from "./CloudEvents.ts"

interface Wanted {
  readonly after: Position
  readonly limit: number
  readonly item: QueryItem
}

const most = limits.eventsOnPage

const isName = (text: string): boolean => /^[!-~]{1,200}$/.test(text)

/** An event type by its own name, or by the name under which it leaves. */
const typeIn = (text: string): string | null =>
  eventTypes.has(text) ? text : [...eventTypes.keys()].find((type) => outsideType(type) === text) ?? null

/** Several in one parameter or several parameters. */
const all = (query: URLSearchParams, name: string): ReadonlyArray<string> =>
  query.getAll(name).flatMap((value) => value.split(",")).map((value) => value.trim()).filter((value) => value !== "")

const wanted = (query: URLSearchParams): Effect.Effect<Wanted, ReturnType<typeof problem>> =>
  Effect.suspend(() => {
    const [after, limit] = [query.get("after") ?? "0", query.get("limit") ?? String(most)]
    const [tags, named] = [all(query, "tag"), all(query, "type")]
    const types = named.map(typeIn)
    const unknown = named.filter((_, index) => types[index] === null)
    const fields = [
      ...(/^\d{1,15}$/.test(after) ? [] : [{ field: "after", says: "must be a position: a whole number from 0" }]),
      ...(/^[1-9]\d{0,3}$/.test(limit) && Number(limit) <= most
        ? []
        : [{ field: "limit", says: `must be a whole number from 1 to ${most}` }]),
      ...(tags.every(isName) && tags.length <= limits.tagsInQueryItem
        ? []
        : [{ field: "tag", says: "must be a tag, such as person:<id>" }]),
      ...unknown.map((name) => ({ field: "type", says: `must be an event type, and ${name.slice(0, 60)} is none` }))
    ]
    if (fields.length > 0) {
      return Effect.fail(problem("invalid", fields.map(({ field, says }) => `${field} ${says}`).join("; "), { fields }))
    }
    const known = types.filter((type) => type !== null)
    return Effect.succeed({
      after: Position(Number(after)),
      limit: Number(limit),
      item: { ...(tags.length > 0 ? { tags } : {}), ...(known.length > 0 ? { types: known } : {}) }
    })
  })

const next = (
  { path, query }: Known,
  { events, scannedTo }: Page,
  { after }: Wanted
): Readonly<Record<string, string>> => {
  const headers = { "cache-control": "no-store", vary: "accept" }
  if (events.length === 0) return headers
  const parameters = new URLSearchParams(query)
  parameters.set("after", String(Math.max(scannedTo, after)))
  return { ...headers, link: `<${path}?${parameters.toString()}>; rel="next"` }
}

const asksForLines = ({ headers }: Known): boolean => /application\/(x-)?ndjson/i.test(headers["accept"] ?? "")

const encoder = new TextEncoder()

type IsSeen = (event: RecordedEvent) => boolean

/** Which events the one who asks may see. An auditor's export is whole, or nothing could be proved of it. */
const seenBy = (asked: Known) =>
  Effect.gen(function*() {
    if (asked.person.role === "auditor") return (() => true) satisfies IsSeen
    const { records } = yield* (yield* LiveRecords).current
    const viewing = yield* viewingOf(asked)
    return ((event) => sightOfStream(records, event.envelope.stream, viewing) !== "nothing") satisfies IsSeen
  })

/** Everything from a position on, as it is kept: one event a line, up to the head as it is now. */
const whole = (store: Store, { after, item }: Wanted, isSeen: IsSeen) =>
  streamed(
    Stream.mapChunks(store.read({ query: [item], after }), (events) =>
      Chunk.of(
        encoder.encode(Chunk.toReadonlyArray(events).filter(isSeen).map((event) => `${event.bytes}\n`).join(""))
      )),
    "application/x-ndjson",
    { "cache-control": "no-store", vary: "accept" }
  )

const feed: Route = api(
  "GET",
  "/api/events",
  (asked) =>
    Effect.gen(function*() {
      const want = yield* wanted(asked.query)
      const store = yield* EventStore
      const isSeen = yield* seenBy(asked)
      if (asksForLines(asked) && !asked.query.has("limit")) return whole(store, want, isSeen)
      const page = yield* store.readPage({ query: [want.item], after: want.after, limit: want.limit })
      const headers = next(asked, page, want)
      return asksForLines(asked)
        ? bytes(page.events.filter(isSeen).map((event) => `${event.bytes}\n`).join(""), "application/x-ndjson", headers)
        : data(page.events.filter(isSeen).map(cloudEvent), headers, 200, "application/cloudevents-batch+json")
    }),
  "records"
)

export const eventRoutes: ReadonlyArray<Route> = [feed]
