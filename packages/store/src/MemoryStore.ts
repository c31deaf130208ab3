/**
 * The store in memory: for tests, for embedding, and for seeing what a store does in one screen.
 *
 * It keeps its log as long as the process lives and is otherwise a store like any other: the same plan, the same bytes,
 * the same contract. Its transaction is one synchronous step, which nothing can come between.
 */
import { matches } from "@peerwork/core"
import { emptyEdge, frontierOf, rootOf, tileAt, tilePath, tileWidth } from "@peerwork/ledger"
import type { RightEdge, TreeHead } from "@peerwork/ledger"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PubSub from "effect/PubSub"
import { randomBytes } from "node:crypto"
import type { AppendRequest, Check } from "./Append.ts"
import type { CommandId } from "./CommandId.ts"
import { EventStore } from "./EventStore.ts"
import { secretBytes } from "./Fingerprint.ts"
import type {
  Commit,
  EventRow,
  Facts,
  LogStorage,
  LookedUp,
  LookupRow,
  Rows,
  StoredEvent,
  StoredPageRequest,
  StoredPersonal,
  StreamEnd
} from "./LogStorage.ts"
import { make } from "./Make.ts"
import type { StoreOptions } from "./Make.ts"
import { Position } from "./Position.ts"

/** What a log in memory holds. The event at position p stands at index p - 1. */
export interface MemoryLog {
  readonly origin: string
  readonly secret: Uint8Array
  readonly events: Array<EventRow>
  readonly commits: Map<CommandId, Commit>
  readonly ends: Map<string, StreamEnd>
  /** By event id, each list by name. */
  readonly personal: Map<string, ReadonlyArray<StoredPersonal>>
  readonly lookups: Array<LookupRow>
  /** By path. */
  readonly tiles: Map<string, Uint8Array>
  /** The right edge of the tree. */
  edge: RightEdge
  /** When the newest event was recorded. */
  recordedAt: string | null
}

export interface LogOptions {
  /** The name of the log; it stands in every envelope. */
  readonly origin?: string
  readonly secret?: Uint8Array
}

/** A new, empty log. */
export const memoryLog = ({ origin, secret }: LogOptions = {}): MemoryLog => ({
  origin: origin ?? "peerwork.invalid/memory/events",
  secret: secret ?? randomBytes(secretBytes),
  events: [],
  commits: new Map(),
  ends: new Map(),
  personal: new Map(),
  lookups: [],
  tiles: new Map(),
  edge: emptyEdge,
  recordedAt: null
})

export const headOf = (log: MemoryLog): Position => Position(log.events.length)

/** The events of a page. */
export const pageOf = (log: MemoryLog, request: StoredPageRequest): ReadonlyArray<StoredEvent> => {
  const found: Array<StoredEvent> = []
  for (let index = request.after; index < request.upTo && found.length < request.limit; index++) {
    const row = log.events[index]
    if (row !== undefined && matches(request.query, row)) found.push({ position: row.position, bytes: row.bytes })
  }
  return found
}

const observed = (log: MemoryLog, check: Check): number =>
  check._tag === "StreamIs"
    ? log.ends.get(check.stream)?.version ?? 0
    : pageOf(log, { query: check.query, after: check.after, upTo: headOf(log), limit: 1 })[0]?.position ?? 0

/** Whose newest value this is, as of the position. */
const subjectsIn = (log: MemoryLog, kind: string, value: string, upTo: Position): ReadonlyArray<LookedUp> => {
  const known = log.lookups.filter((row) => row.kind === kind && row.position <= upTo)
  return known
    .filter((row) => row.value === value)
    .filter((row) => !known.some((later) => later.subject === row.subject && later.position > row.position))
    .map(({ position, subject }) => ({ position, subject }))
}

/** What the plan needs to know; the head first. */
export const factsOf = (log: MemoryLog, { checks, commandId, events }: AppendRequest): Facts => {
  const head = headOf(log)
  const ends = events.flatMap(({ stream }) => {
    const end = log.ends.get(stream)
    return end === undefined ? [] : [[stream, end] as const]
  })
  return {
    origin: log.origin,
    head,
    recordedAt: log.recordedAt,
    commit: log.commits.get(commandId) ?? null,
    observed: checks.map((check) => observed(log, check)),
    ends: new Map(ends),
    edge: log.edge
  }
}

const byName = (a: StoredPersonal, b: StoredPersonal): number => a.name < b.name ? -1 : 1

/** Keeps the rows. */
export const insertRows = (log: MemoryLog, { commit, events, lookups, personal, tree }: Rows): void => {
  log.commits.set(commit.commandId, commit)
  log.recordedAt = commit.recordedAt
  for (const row of events) {
    log.events.push(row)
    log.ends.set(row.stream, { version: row.version, bytes: row.bytes })
  }
  for (const row of personal) {
    log.personal.set(row.eventId, [...log.personal.get(row.eventId) ?? [], row].sort(byName))
  }
  log.lookups.push(...lookups)
  for (const { bytes, tile } of tree.tiles) log.tiles.set(tilePath(tile), bytes)
  log.edge = tree.edge
}

const treeHeadOf = ({ edge, origin }: MemoryLog): TreeHead => ({
  origin,
  size: edge.size,
  root: rootOf(frontierOf(edge))
})

/** The storage over a log in memory; several over one log are several connections to it. */
export const memoryStorage = (log: MemoryLog): Effect.Effect<LogStorage> =>
  Effect.map(PubSub.sliding<void>(1), (hints): LogStorage => ({
    origin: log.origin,
    secret: log.secret,
    exclusively: (request, plan) =>
      Effect.sync(() => {
        const planned = plan(factsOf(log, request))
        if (planned._tag === "Insert") insertRows(log, planned.rows)
        return planned
      }).pipe(Effect.tap((planned) => planned._tag === "Insert" ? PubSub.publish(hints, undefined) : Effect.void)),
    head: Effect.sync(() => headOf(log)),
    treeHead: Effect.sync(() => treeHeadOf(log)),
    tile: (level, index) => Effect.sync(() => log.tiles.get(tilePath(tileAt(level, index, tileWidth))) ?? null),
    readPage: (request) => Effect.sync(() => pageOf(log, request)),
    commitOf: (commandId) => Effect.sync(() => log.commits.get(commandId) ?? null),
    personalOf: (eventIds) => Effect.sync(() => eventIds.flatMap((id) => log.personal.get(id) ?? [])),
    subjectsOf: (kind, value, upTo) => Effect.sync(() => subjectsIn(log, kind, value, upTo)),
    hints: PubSub.subscribe(hints)
  }))

/** A new store in memory. */
export const makeMemoryStore = (options: LogOptions & StoreOptions = {}) =>
  Effect.map(memoryStorage(memoryLog(options)), (storage) => make(storage, options))

/** A new store in memory, as a layer. */
export const layerMemory = (options: LogOptions & StoreOptions = {}): Layer.Layer<EventStore> =>
  Layer.effect(EventStore, makeMemoryStore(options))
