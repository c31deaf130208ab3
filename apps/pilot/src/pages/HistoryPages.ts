/**
 * The history of a worker: everything that concerns them, newest first, with who recorded it and both dates.
 *
 * What was recorded in error stays, marked as put right later. The moment of recording is shown where it is another day
 * than the one on which it happened. Reasons are joined only for roles that may see them.
 */
import { eventTypes, localDateOf, localTimeOf, say, wordsOf } from "@peerwork/core"
import type { EventType, Field, Happened, Json } from "@peerwork/core"
import { EventStore, Position, understand } from "@peerwork/store"
import type { KeptPersonal } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { lookedAtBy } from "../forms/CommandPages.ts"
import { sayAnswer } from "../forms/Questions.ts"
import type { Looked } from "../records/Labels.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { inFull, inList, numberOf } from "../records/Names.ts"
import { page, problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { nameOfActor } from "../signin/ActorNames.ts"
import { maySee } from "../signin/WhoSees.ts"

export interface Fact {
  readonly key: string
  readonly value: string
}

export interface Entry {
  readonly title: string
  /** The day on which it happened, as a date. */
  readonly date: string
  /** When it was recorded; null where that was on the day itself. */
  readonly recorded: string | null
  readonly by: string
  readonly facts: ReadonlyArray<Fact>
  /** What became of it since: `Put right later`. */
  readonly later: string | null
}

/** Ids that the page or the title says already. */
const unsaid: ReadonlySet<string> = new Set(["person", "shadower", "establishment", "scheme", "appointment"])

const openFact =
  (looked: Looked, event: Happened) => ([name, field]: readonly [string, Field]): ReadonlyArray<Fact> => {
    const value = event.data[name]
    if (value === undefined || unsaid.has(name) || field.classification === "personal") return []
    if (field.kind.input._tag === "Reference" && field.kind.input.to === "event") return []
    return [{ key: field.question, value: sayAnswer(looked, field, value as Json) }]
  }

const personalFact = (looked: Looked, type: EventType, { name, value }: KeptPersonal): ReadonlyArray<Fact> => {
  const field = type.fields[name]
  if (field !== undefined) return [{ key: field.question, value: sayAnswer(looked, field, value) }]
  return name.startsWith("override ")
    ? [{ key: `Reason for going on although ${name.slice("override ".length)} was not met`, value: String(value) }]
    : []
}

const factsOf = (looked: Looked, event: Happened, personal: ReadonlyArray<KeptPersonal>): ReadonlyArray<Fact> => {
  const type = eventTypes.get(event.type)
  if (type === undefined) return []
  return [
    ...Object.entries<Field>(type.fields).flatMap(openFact(looked, event)),
    ...personal.flatMap((value) => personalFact(looked, type, value))
  ]
}

const afterwards = (event: Happened, events: ReadonlyArray<Happened>): string | null => {
  const correction = events.find((other) => other.corrects === event.id)
  if (correction === undefined) return null
  const title = eventTypes.get(correction.type)?.title ?? wordsOf(correction.type)
  return `${title}, recorded on ${say(localDateOf(correction.recordedAt))}`
}

/** An entry of the history. */
export const entryOf = (
  looked: Looked,
  event: Happened,
  events: ReadonlyArray<Happened>,
  personal: ReadonlyArray<KeptPersonal>,
  nameOf: (actor: Happened["actor"]) => string
): Entry => {
  const recordedOn = localDateOf(event.recordedAt)
  return {
    title: eventTypes.get(event.type)?.title ?? wordsOf(event.type),
    date: event.on,
    recorded: recordedOn === event.on ? null : `${say(recordedOn)} at ${localTimeOf(event.recordedAt)}`,
    by: `${nameOf(event.actor)}, ${event.actor.role}`,
    facts: factsOf(looked, event, personal.filter(({ eventId }) => eventId === event.id)),
    later: afterwards(event, events)
  }
}

const mostEntries = 1000

/** Newest first, by the day on which it happened; those of one day by when they were recorded. */
const newestFirst = (a: Happened, b: Happened): number => a.on < b.on ? 1 : a.on > b.on ? -1 : b.position - a.position

const eventsWith = (tag: string) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const page = yield* store.readPage({ query: [{ tags: [tag] }], after: Position(0), limit: mostEntries })
    return yield* understand(eventTypes, page.events)
  })

const history: Route = pages("GET", "/workers/:id/history", (asked) =>
  Effect.gen(function*() {
    const looked = yield* lookedAtBy(asked)
    const id = asked.params["id"] ?? ""
    if (!looked.records.person.has(id)) return problem("not-found", "There is nobody under this address")
    const events = yield* eventsWith(`person:${id}`)
    const store = yield* EventStore
    const seesReasons = maySee(asked.person.role, "reasons")
    const personal = seesReasons ? yield* store.personalOf(events.map((event) => event.id)) : []
    const nameOf = nameOfActor((yield* (yield* LiveRecords).current).names)
    const { names } = looked
    return page("history.njk", "History of a peer worker", {
      person: { id, name: inList(names, id), full: inFull(names, id), number: numberOf(names, id) },
      tab: "history",
      entries: [...events].sort(newestFirst).map((event) => entryOf(looked, event, events, personal, nameOf))
    })
  }), "records")

export const historyRoutes: ReadonlyArray<Route> = [history]
