/**
 * The feed of events: `GET /api/events?after=<position>`, page after page until there is no next.
 *
 * As CloudEvents, each with the stored envelope as its data; or, for `Accept: application/x-ndjson`, the stored bytes
 * themselves, one event a line: this is the export of the log, whole where no `limit` is given. The next page is in the
 * header `Link`, which the last one does not have. Events of escalations that somebody does not see, and
 * events that name one of these, are left out.
 */
import { eventTypes } from "@peerwork/core"
import type { QueryItem } from "@peerwork/core"
import { EventStore, limits, Position } from "@peerwork/store"
import type { Page, RecordedEvent, Store } from "@peerwork/store"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { sightOfStream, thoseSeen, viewingOf } from "../records/Escalations.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { bytes, data, streamed } from "../server/Answer.ts"
import { parameter, several, taking } from "../server/QueryParameters.ts"
import type { Said } from "../server/QueryParameters.ts"
import { api } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { maySeeEvent } from "../signin/WhoSees.ts"
import { cloudEvent, outsideType } from "./CloudEvents.ts"
import { limitTo } from "./ReadParameters.ts"

interface Wanted {
  readonly after: Position
  readonly limit: number
  readonly item: QueryItem
}

const most = limits.eventsOnPage

const isTag = (text: string): boolean => /^[a-zA-Z]{1,40}:[!-~]{1,150}$/.test(text)

/** An event type by its own name, or by the name under which it leaves. */
const typeIn = (text: string): string | undefined =>
  eventTypes.has(text) ? text : [...eventTypes.keys()].find((type) => outsideType(type) === text)

/** What the feed takes. */
export const feedParameters = {
  after: parameter(
    "The position after which the page begins",
    { type: "integer", minimum: 0 },
    "must be a position: a whole number from 0",
    (text) => /^\d{1,15}$/.test(text) ? Position(Number(text)) : undefined
  ),
  tag: several(
    "Only events that carry all of these tags, such as person:<id>",
    `must be a tag, such as person:<id>, or up to ${limits.tagsInQueryItem}`,
    (tags) => tags.length <= limits.tagsInQueryItem && tags.every(isTag) ? tags : undefined
  ),
  type: several(
    "Only events of these types",
    "must be a type of event, such as ShadowingStarted or peerwork.shadowing.started",
    (names) => {
      const types = names.map(typeIn).filter((type) => type !== undefined)
      return types.length === names.length && types.length <= limits.typesInQueryItem ? types : undefined
    }
  ),
  limit: limitTo("The most events on a page; without it, lines come whole", most)
}

const wantedBy = ({ after, limit, tag, type }: Said<typeof feedParameters>): Wanted => ({
  after: after ?? Position(0),
  limit: limit ?? most,
  item: { ...(tag === null ? {} : { tags: tag }), ...(type === null ? {} : { types: type }) }
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

/**
 * Which events the one who asks may see: of an escalation those who see all of it, since its entries say whom it is
 * about. An auditor's export is whole, or nothing could be proved of it.
 */
export const seenBy = (asked: Known) =>
  Effect.gen(function*() {
    if (asked.person.role === "auditor") return (() => true) satisfies IsSeen
    const { records } = yield* (yield* LiveRecords).current
    const viewing = yield* viewingOf(asked)
    const isNamed = (tag: string) => tag.startsWith("escalation:")
    const isShown = (tag: string) => thoseSeen(records, [tag.slice("escalation:".length)], viewing).length > 0
    return (({ envelope }) =>
      maySeeEvent(asked.person.role, envelope.type) &&
      sightOfStream(records, envelope.stream, viewing) === "whole" &&
      envelope.tags.filter(isNamed).every(isShown)) satisfies IsSeen
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
  taking(feedParameters, (asked, said) =>
    Effect.gen(function*() {
      const want = wantedBy(said)
      const store = yield* EventStore
      const isSeen = yield* seenBy(asked)
      if (asksForLines(asked) && said.limit === null) return whole(store, want, isSeen)
      const page = yield* store.readPage({ query: [want.item], after: want.after, limit: want.limit })
      const headers = next(asked, page, want)
      return asksForLines(asked)
        ? bytes(page.events.filter(isSeen).map((event) => `${event.bytes}\n`).join(""), "application/x-ndjson", headers)
        : data(page.events.filter(isSeen).map(cloudEvent), headers, 200, "application/cloudevents-batch+json")
    })),
  "records"
)

export const eventRoutes: ReadonlyArray<Route> = [feed]
