/**
 * Versions: every record at every moment of its history, one address for each.
 *
 * A version is what an event made of a record. Its page says what happened and when, on both clocks; what changed, as a
 * table; by which rules it was allowed and what was known; and whether the law decides the same again. Any two versions
 * can be compared, and any moment asked about, without a script. Who may see a record may see its versions.
 */
import {
  eventTypes,
  instanceOf,
  isIdentifier,
  localDateOf,
  localTimeOf,
  say,
  sayInstant,
  wordsOf
} from "@peerwork/core"
import type { Happened, LifeName, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { sightOfStream, thoseSeen, viewingOf } from "../records/Escalations.ts"
import type { Looked } from "../records/Labels.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { asOfMoment, momentParameters } from "../records/Moment.ts"
import { pageOf } from "../records/RecordPages.ts"
import type { Records } from "../records/Records.ts"
import { page, problem } from "../server/Answer.ts"
import { readQuery } from "../server/QueryParameters.ts"
import type { Said } from "../server/QueryParameters.ts"
import { pages } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { maySee, maySeeEvent } from "../signin/WhoSees.ts"
import { seenEvents } from "./HistoryPages.ts"
import type { SeenEvent } from "./HistoryPages.ts"
import { changesIn, factsIn, sinceMoment, standings, storedAt, whyOf } from "./VersionData.ts"
import type { Asking } from "./VersionData.ts"
import { versionPlaces, versionsAddress } from "./VersionPlaces.ts"
import { sayFact, sayRecord } from "./VersionWords.ts"

const nobodys = problem("not-found", "There is no such version of a record under this address")

/** The record that was asked for, with its events, as far as the one who asks may see them. */
const recordAsked = (asked: Known, life: LifeName) =>
  Effect.gen(function*() {
    const id = asked.params["id"] ?? ""
    const stream = `${life}-${id}`
    const looked = yield* lookedAtBy(asked)
    const seen = isIdentifier(id) ? yield* seenEvents(asked, [{ stream }]) : []
    if (seen.length === 0) return yield* Effect.fail(nobodys)
    const viewing = yield* viewingOf(asked)
    const isWhole = sightOfStream(looked.records, stream, viewing) === "whole"
    return { id, life, stream, looked, seen, viewing, isWhole }
  })

const titleOf = ({ type }: Happened): string => eventTypes.get(type)?.title ?? wordsOf(type)

const whenOf = ({ at, on, recordedAt }: Happened) => {
  const happened = at === undefined ? say(on) : sayInstant(at)
  const recorded = sayInstant(recordedAt)
  const sameDay = at === undefined && localDateOf(recordedAt) === on
  return [
    { key: "When it happened", value: sameDay ? `${happened}, recorded at ${localTimeOf(recordedAt)}` : happened },
    ...(sameDay ? [] : [{ key: "When it was recorded", value: recorded }])
  ]
}

const headOf = (looked: Looked, life: LifeName, id: string) => ({
  record: sayRecord(looked, life, id),
  noun: versionPlaces[life].noun,
  back: pageOf(looked.records, life, id),
  all: versionsAddress(life, id)
})

/** A query without what a form sent empty. */
const filledIn = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...query].filter(([, value]) => value.trim() !== ""))

type Viewing = Effect.Effect.Success<ReturnType<typeof viewingOf>>

/** Whether they may see the record that an event belongs to. */
const isSeenBy =
  ({ person: { role } }: Known, records: Records, viewing: Viewing) =>
  ({ stream, type }: Pick<Happened, "stream" | "type">) => {
    const sees = versionPlaces[instanceOf(stream)?.life ?? "person"].sees
    return (sees === null || maySee(role, sees)) && maySeeEvent(role, type) &&
      sightOfStream(records, stream, viewing) !== "nothing"
  }

/** What they see decides what is told to them of a record: its facts, what was read, and what brought it about. */
const askingOf = (asked: Known, looked: Looked, viewing: Viewing) =>
  Effect.gen(function*() {
    const { records } = yield* (yield* LiveRecords).current
    const isHidden = (id: string) => records.escalation.has(id) && thoseSeen(records, [id], viewing).length === 0
    return { looked, isSeen: isSeenBy(asked, records, viewing), isHidden } satisfies Asking
  })

const sayAsked = ({ asAt, knownAt, position }: Said<typeof momentParameters>): string =>
  [
    ...(asAt === null ? [] : [`as at ${say(asAt)}`]),
    ...(knownAt === null ? [] : [`as known on ${sayInstant(knownAt)}`]),
    ...(position === null ? [] : [`as known up to position ${position}`])
  ].join(", ")

/** How the record stood at the moment that was asked about, and what is known of that day otherwise now. */
const standingAsked = (asking: Asking, stream: string, query: URLSearchParams) =>
  Effect.gen(function*() {
    const { looked } = asking
    const said = yield* readQuery(filledIn(query), momentParameters)
    if (said.asAt === null && said.knownAt === null && said.position === null) return null
    const moment = yield* asOfMoment(said)
    const [then = null] = yield* standings(stream, [moment])
    return {
      facts: factsIn(asking, then).map(({ key, value }) => ({ key, value: sayFact(looked, value) })),
      // By the day alone, all that is known now is asked about already
      since: said.knownAt === null && said.position === null ? null : yield* sinceMoment(asking, stream, moment),
      upTo: moment.upTo,
      day: say(moment.day),
      says: sayAsked(said)
    }
  })

const listOf = (life: LifeName) => (asked: Known) =>
  Effect.gen(function*() {
    const { id, isWhole, looked, seen, stream, viewing } = yield* recordAsked(asked, life)
    const asking = yield* askingOf(asked, looked, viewing)
    const standing = isWhole ? yield* standingAsked(asking, stream, asked.query) : null
    const rows = [...seen].reverse().map(({ entry, event }) => ({
      href: `${versionsAddress(life, id)}/${event.version}`,
      position: event.position,
      version: event.version,
      title: titleOf(event),
      when: whenOf(event),
      by: entry.by
    }))
    return page("versions.njk", "Versions of a record", {
      ...headOf(looked, life, id),
      isWhole,
      standing,
      asked: { asAt: asked.query.get("asAt") ?? "", knownAt: asked.query.get("knownAt") ?? "" },
      later: standing === null ? [] : rows.filter(({ position }) => position > standing.upTo),
      rows
    })
  })

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null

const neighbour = (address: string, seen: SeenEvent | undefined) =>
  seen === undefined
    ? null
    : { href: `${address}/${seen.event.version}`, labelText: `Version ${seen.event.version}: ${titleOf(seen.event)}` }

/** The versions that this one can be compared with, and the one that it is. */
const comparing = (seen: ReadonlyArray<SeenEvent>, version: number, compare: number) => [
  { value: "0", text: "Before the first", selected: compare === 0 },
  ...seen.filter(({ event }) => event.version !== version).map(({ event }) => ({
    value: String(event.version),
    text: `${event.version}: ${titleOf(event)}, ${say(event.on)}`,
    selected: event.version === compare
  }))
]

/** What was read, as far as they may know of it: of a state without an entry only that there was none. */
const readsFor = (
  role: Role,
  reads: ReadonlyArray<{ readonly view: string; readonly what: string; readonly entries: number }>
) => {
  const shown = reads.filter(({ view }) => !view.startsWith("NonAssociation") || maySee(role, "nonAssociations"))
  return {
    reads: shown.filter(({ entries }) => entries > 0),
    withoutEntry: shown.filter(({ entries }) => entries === 0).map(({ what }) => what)
  }
}

const oneOf = (life: LifeName) => (asked: Known) =>
  Effect.gen(function*() {
    const { id, isWhole, looked, seen, stream, viewing } = yield* recordAsked(asked, life)
    const version = wholeNumber(asked.params["version"] ?? "")
    const compare = wholeNumber(asked.query.get("compare") ?? String((version ?? 1) - 1))
    const at = seen.findIndex(({ event }) => event.version === version)
    const one = seen[at]
    const against = compare === 0 ? null : seen.find(({ event }) => event.version === compare)?.event
    const stored = one === undefined ? null : yield* storedAt(one.event.position)
    if (one === undefined || stored === null || against === undefined) return yield* Effect.fail(nobodys)
    const address = versionsAddress(life, id)
    const asking = yield* askingOf(asked, looked, viewing)
    const why = yield* whyOf(asking, stored)
    return page("version.njk", "Version of a record", {
      ...headOf(looked, life, id),
      isWhole,
      heading: titleOf(one.event),
      version,
      newest: seen.at(-1)?.event.version,
      previous: neighbour(address, seen[at - 1]),
      next: neighbour(address, seen[at + 1]),
      when: whenOf(one.event),
      entry: one.entry,
      address: `${address}/${version}`,
      compare,
      options: comparing(seen, one.event.version, compare ?? 0),
      compared: [compare ?? 0, one.event.version].toSorted((a, b) => a - b),
      changes: isWhole ? yield* changesIn(asking, stream, against, one.event) : [],
      receipt: maySee(asked.person.role, "records") && why.raw.json !== null
        ? `/receipts/${stored.envelope.command.id}`
        : null,
      ...why,
      ...readsFor(asked.person.role, why.reads)
    })
  })

const lives = Object.keys(versionPlaces) as ReadonlyArray<LifeName>

export const versionRoutes: ReadonlyArray<Route> = lives.flatMap((life) => {
  const { path, sees } = versionPlaces[life]
  return [
    pages("GET", `/${path}/:id/versions`, listOf(life), sees ?? undefined),
    pages("GET", `/${path}/:id/versions/:version`, oneOf(life), sees ?? undefined)
  ]
})
