/**
 * History: everything that concerns a worker, a shadowing or a scheme, newest first, with who recorded it and both
 * dates.
 *
 * What was recorded in error stays, marked as put right later. The moment of recording is shown where it is another day
 * than the one on which it happened. Reasons are joined only for roles that may see them.
 */
import { eventTypes, localDateOf, localTimeOf, say, wordsOf } from "@peerwork/core"
import type { EventType, Field, Happened, Identity, Json, Query } from "@peerwork/core"
import { EventStore, Position, understand } from "@peerwork/store"
import type { KeptPersonal } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { sayAnswer } from "../forms/Questions.ts"
import { identityIn } from "../records/Derived.ts"
import { sightOfStream, thoseSeen, viewingOf } from "../records/Escalations.ts"
import { eventLabel, plainText } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { inFull, inList, isReplaced, numberOf } from "../records/Names.ts"
import { page, problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { nameOfActor } from "../signin/ActorNames.ts"
import { mayRead } from "../signin/WhoReads.ts"
import { maySeeEvent, unsaidInSummary } from "../signin/WhoSees.ts"
import { versionAddress, versionsAddress } from "./VersionPlaces.ts"

export interface Fact {
  readonly key: string
  readonly value: string
}

export interface Entry {
  readonly title: string
  /** The day on which it happened, or the instant where the time of day matters. */
  readonly date: string
  /** When it was recorded; null where that was on the day itself. */
  readonly recorded: string | null
  readonly by: string
  readonly facts: ReadonlyArray<Fact>
  /** What became of it since: `Put right later`. */
  readonly later: string | null
  /** The version of the record that it made, and where that is shown. */
  readonly version: number
  readonly href: string | null
}

/** An event with its entry. */
export interface SeenEvent {
  readonly event: Happened
  readonly entry: Entry
}

/** Whether every event of the life has the field, as every event of an appointment has its worker. */
const isOfEveryEvent = (life: string | undefined, name: string): boolean =>
  [...eventTypes.values()].every((type) => type.life !== life || name in type.fields)

/** What every event of a life concerns is said where it begins and where it changes, not every time. */
const isSaid = (event: Happened, name: string, field: Field): boolean => {
  if (field.classification !== "tagged" || field.tag === "staff" || name.startsWith("former")) return true
  if (!isOfEveryEvent(eventTypes.get(event.type)?.life, name)) return true
  const hasChanged = `former${name.charAt(0).toUpperCase()}${name.slice(1)}` in event.data
  return hasChanged || (event.version === 1 && name !== "appointment" && name !== "shadower")
}

/** A fact as somebody may see it: of escalations that they do not see not even that one is named. */
const shownOf = (field: Field, value: Json, isShown: (escalation: string) => boolean): Json | undefined => {
  const { input } = field.kind
  if (!("to" in input) || input.to !== "escalation") return value
  if (typeof value === "string") return isShown(value) ? value : undefined
  const shown = Array.isArray(value) ? value.filter((one) => typeof one === "string" && isShown(one)) : []
  return shown.length === 0 ? undefined : shown
}

const openFact =
  ({ events, isShown, looked, personal }: Pick<Seen, "events" | "isShown" | "looked" | "personal">, event: Happened) =>
  ([name, field]: readonly [string, Field]): ReadonlyArray<Fact> => {
    const value = event.data[name] === undefined ? undefined : shownOf(field, event.data[name] as Json, isShown)
    if (value === undefined || field.classification === "personal" || !isSaid(event, name, field)) return []
    if (field.kind.input._tag === "Reference" && field.kind.input.to === "event") {
      const other = events.find(({ id }) => id === value)
      return other === undefined ? [] : [{ key: field.question, value: eventLabel(other, personal) }]
    }
    return [{ key: field.question, value: sayAnswer(looked, field, value) }]
  }

const personalFact = (looked: Looked, type: EventType, { name, value }: KeptPersonal): ReadonlyArray<Fact> => {
  const field = type.fields[name]
  if (field !== undefined) return [{ key: field.question, value: sayAnswer(looked, field, value) }]
  return name.startsWith("override ")
    ? [{ key: `Reason for going on although ${name.slice("override ".length)} was not met`, value: plainText(value) }]
    : []
}

/** Whether a fact is said also to those who may only know that it happened. */
const isInSummary = ([name]: readonly [string, Field]): boolean => !unsaidInSummary.some((one) => one === name)

const factsOf = (seen: Seen, event: Happened): ReadonlyArray<Fact> => {
  const { isWhole, looked } = seen
  const personal = seen.personal.filter(({ eventId }) => eventId === event.id)
  const type = eventTypes.get(event.type)
  if (type === undefined) return []
  const fields = Object.entries<Field>(type.fields).filter((one) => isWhole(event) || isInSummary(one))
  return [
    ...fields.flatMap(openFact(seen, event)),
    ...personal.flatMap((value) => personalFact(looked, type, value))
  ]
}

const afterwards = (event: Happened, events: ReadonlyArray<Happened>): string | null => {
  const correction = events.find((other) => other.corrects === event.id)
  if (correction === undefined) return null
  const title = eventTypes.get(correction.type)?.title ?? wordsOf(correction.type)
  return `${title}, recorded on ${say(localDateOf(correction.recordedAt))}`
}

/** What an entry is made from, as far as somebody may see it. */
interface Seen {
  readonly looked: Looked
  readonly events: ReadonlyArray<Happened>
  readonly personal: ReadonlyArray<KeptPersonal>
  readonly nameOf: (actor: Happened["actor"]) => string
  readonly isWhole: (event: Happened) => boolean
  /** Whether they see anything of the escalation. */
  readonly isShown: (escalation: string) => boolean
}

/** An entry of the history. */
const entryOf = (seen: Seen, event: Happened): Entry => {
  const { events, nameOf } = seen
  const recordedOn = localDateOf(event.recordedAt)
  return {
    title: eventTypes.get(event.type)?.title ?? wordsOf(event.type),
    date: event.at ?? event.on,
    recorded: recordedOn === event.on ? null : `${say(recordedOn)} at ${localTimeOf(event.recordedAt)}`,
    by: `${nameOf(event.actor)}, ${event.actor.role}`,
    facts: factsOf(seen, event),
    later: afterwards(event, events),
    version: event.version,
    href: versionAddress(event)
  }
}

const mostEntries = 1000

const isOfEscalation = ({ stream }: Happened): boolean => stream.startsWith("escalation-")

/** Newest first, by the day on which it happened; those of one day by when they were recorded. */
const newestFirst = (a: Happened, b: Happened): number => a.on < b.on ? 1 : a.on > b.on ? -1 : b.position - a.position

/** Whether the query asks for what happened to the record itself, and not for all that names somebody. */
const asksForRecord = (query: Query): boolean => query.every(({ stream }) => stream !== undefined)

/**
 * The events that match, in the order of the log, each with its entry, as the one who asks may see them. That an escalation
 * is found by whom it names says whom it names: so it is found by that only where they see all of it.
 */
export const seenEvents = (asked: Known, query: Query) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const found = yield* store.readPage({ query, after: Position(0), limit: mostEntries })
    const looked = yield* lookedAtBy(asked)
    const viewing = yield* viewingOf(asked)
    const { names, records } = yield* (yield* LiveRecords).current
    const sight = ({ stream }: Happened) => sightOfStream(records, stream, viewing)
    const events = (yield* understand(eventTypes, found.events)).filter((event) =>
      maySeeEvent(asked.person.role, event.type) &&
      (sight(event) === "whole" || (sight(event) === "summary" && asksForRecord(query)))
    )
    const byId = new Map(events.map((event) => [event.id, event]))
    const personal = (yield* store.personalOf([...byId.keys()])).filter((value) => {
      const event = byId.get(value.eventId)
      if (event === undefined || isReplaced(names, value)) return false
      return isOfEscalation(event) ? sight(event) === "whole" : mayRead(asked.person, event, value)
    })
    const nameOf = nameOfActor(names)
    const isWhole = (event: Happened) => sight(event) === "whole"
    const isShown = (id: string) => thoseSeen(looked.records, [id], viewing).length > 0
    const seen = { looked, events, personal, nameOf, isWhole, isShown }
    return events.map((event): SeenEvent => ({ event, entry: entryOf(seen, event) }))
  })

/** The entries of the events that match, newest first, as the one who asks may see them. */
export const timelineOf = (asked: Known, query: Query) =>
  Effect.map(
    seenEvents(asked, query),
    (seen) => [...seen].sort((a, b) => newestFirst(a.event, b.event)).map(({ entry }) => entry)
  )

/** Everything that was recorded under any number of the person. */
const everythingAbout = ({ id, ids }: Identity): Query => [
  { tags: [`person:${id}`] },
  ...ids.filter((other) => other !== id).map((other) => ({ tags: [`person:${other}`] }))
]

const history: Route = pages("GET", "/workers/:id/history", (asked) =>
  Effect.gen(function*() {
    const { names, records } = yield* lookedAtBy(asked)
    const id = asked.params["id"] ?? ""
    if (!records.person.has(id)) return problem("not-found", "There is nobody under this address")
    return page("history.njk", "History of a peer worker", {
      versions: versionsAddress("person", id),
      person: { id, name: inList(names, id), full: inFull(names, id), number: numberOf(names, id) },
      tab: "history",
      entries: yield* timelineOf(asked, everythingAbout(identityIn(records, id)))
    })
  }), "records")

export const historyRoutes: ReadonlyArray<Route> = [history]
