/**
 * Making a store: everything that can be said once for all adapters.
 *
 * Requests are checked before any lock, time is taken from the clock, plans become receipts or typed errors, and pages
 * are checked for gaps: positions are dense, so a page of everything that misses one proves damage. A page is read up
 * to a head that was read before it. Because positions become visible in their order, everything up to such a head is
 * there, whatever is written meanwhile.
 */
import type { Json, Query } from "@peerwork/core"
import { NotCanonical } from "@peerwork/ledger"
import * as Chunk from "effect/Chunk"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { AppendRequest, Receipt } from "./Append.ts"
import type { KeptPersonal, Page, PageRequest, ReadRequest, Store } from "./EventStore.ts"
import { fingerprint } from "./Fingerprint.ts"
import { awaitPosition, subscribe } from "./Following.ts"
import { limits } from "./Limits.ts"
import type { LogStorage, StoredEvent, StoredPersonal } from "./LogStorage.ts"
import { plan, receiptOf } from "./Plan.ts"
import type { Planned } from "./Plan.ts"
import { Position } from "./Position.ts"
import { recorded } from "./Recorded.ts"
import { LimitExceeded, LogCorrupt, NotWellFormed } from "./StoreErrors.ts"
import type { AppendError, ReadError } from "./StoreErrors.ts"
import { appendProblem, pageProblem } from "./WellFormed.ts"

export interface StoreOptions {
  /** The most events on a page whose request does not say. */
  readonly pageSize?: number
  /** How often followers look for themselves. */
  readonly pollEvery?: Duration.DurationInput
}

const answer = (planned: Planned): Effect.Effect<Receipt, AppendError> =>
  planned._tag === "Refuse"
    ? Effect.fail(planned.error)
    : Effect.succeed(planned._tag === "Kept" ? receiptOf(planned.commit, true) : receiptOf(planned.rows.commit, false))

const append = (storage: LogStorage) => (request: AppendRequest): Effect.Effect<Receipt, AppendError> =>
  Effect.clockWith((clock) => {
    const problem = appendProblem(request)
    if (problem !== null) return Effect.fail(problem)
    const now = new Date(clock.unsafeCurrentTimeMillis()).toISOString()
    return Effect.flatMap(storage.exclusively(request, (facts) => plan(facts, request, now)), answer)
  })

const isEverything = (query: Query): boolean =>
  query.some((item) => item.stream === undefined && item.types === undefined && (item.tags ?? []).length === 0)

/** Events rise after one position and up to another, and of everything nothing is left out. */
const damageIn = (stored: ReadonlyArray<StoredEvent>, query: Query, after: Position, upTo: Position) => {
  const dense = isEverything(query)
  let before = after
  for (const { position } of stored) {
    if (position <= before || position > upTo) return new LogCorrupt({ kind: "order", at: position })
    if (dense && position !== before + 1) return new LogCorrupt({ kind: "gap", at: Position(before + 1) })
    before = position
  }
  return dense && before < upTo ? new LogCorrupt({ kind: "gap", at: Position(before + 1) }) : null
}

/** Up to where the request can be answered now. */
const within = ({ upTo }: ReadRequest, head: Position): Position => upTo !== undefined && upTo < head ? upTo : head

const readPage = (storage: LogStorage, pageSize: number) => (request: PageRequest): Effect.Effect<Page, ReadError> =>
  Effect.gen(function*() {
    const problem = pageProblem(request)
    if (problem !== null) return yield* problem
    const { after, limit = pageSize, query } = request
    const head = yield* storage.head
    const upTo = within(request, head)
    if (after >= upTo) return { events: [], scannedTo: after }
    const stored = yield* storage.readPage({ query, after, upTo, limit })
    const last = stored.length < limit ? upTo : stored.at(-1)?.position ?? upTo
    const damage = damageIn(stored, query, after, last)
    if (damage !== null) return yield* damage
    return { events: yield* recorded(stored), scannedTo: last }
  })

type ReadsPages = (request: PageRequest) => Effect.Effect<Page, ReadError>

const read = (storage: LogStorage, page: ReadsPages) => (request: ReadRequest) =>
  Stream.unwrap(Effect.map(storage.head, (head) => {
    const upTo = within(request, head)
    return Stream.paginateChunkEffect(
      request.after,
      (after) =>
        Effect.map(page({ ...request, after, upTo }), ({ events, scannedTo }) =>
          [
            Chunk.unsafeFromArray(events),
            scannedTo < upTo ? Option.some(scannedTo) : Option.none()
          ] as const)
    )
  }))

const parsed = (row: StoredPersonal): KeptPersonal => ({ ...row, value: JSON.parse(row.value) as Json })

const personalOf =
  (storage: LogStorage) => (eventIds: ReadonlyArray<string>): Effect.Effect<ReadonlyArray<KeptPersonal>, ReadError> =>
    eventIds.length > limits.eventIdsInLookUp
      ? new LimitExceeded({ limit: "event ids at once", max: limits.eventIdsInLookUp, actual: eventIds.length })
      : Effect.map(storage.personalOf(eventIds), (rows) => rows.map(parsed))

const fingerprintOf = (secret: Uint8Array) => (commandType: string, input: unknown) =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(fingerprint(secret, commandType, input))
    } catch (error) {
      return error instanceof NotCanonical
        ? Effect.fail(new NotWellFormed({ path: "The command", because: `has no canonical form: ${error.message}` }))
        : Effect.die(error)
    }
  })

/** The store over a storage. */
export const make = (storage: LogStorage, options: StoreOptions = {}): Store => {
  const page = readPage(storage, options.pageSize ?? limits.eventsOnPage)
  const followed = { ...storage, readPage: page, pollEvery: options.pollEvery ?? "250 millis" }
  return {
    origin: storage.origin,
    append: append(storage),
    head: storage.head,
    treeHead: storage.treeHead,
    tile: storage.tile,
    readPage: page,
    read: read(storage, page),
    subscribe: subscribe(followed),
    awaitPosition: awaitPosition(followed),
    receiptOf: (commandId) =>
      Effect.map(
        storage.commitOf(commandId),
        (commit) => commit === null ? null : { receipt: receiptOf(commit, true), fingerprint: commit.fingerprint }
      ),
    fingerprintOf: fingerprintOf(storage.secret),
    personalOf: personalOf(storage),
    subjectsOf: storage.subjectsOf
  }
}
