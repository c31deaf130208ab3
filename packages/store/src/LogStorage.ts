/**
 * What an adapter writes: loading facts, inserting rows, and four reads.
 *
 * An adapter decides nothing. It takes one exclusive lock, loads the facts that a request asks for (the head first),
 * hands them to the pure `plan`, inserts the rows that it answers, and commits; all of that in one transaction.
 */
import type { Query } from "@peerwork/core"
import type { RightEdge, TileWithBytes, TreeHead } from "@peerwork/ledger"
import type * as Effect from "effect/Effect"
import type * as Queue from "effect/Queue"
import type * as Scope from "effect/Scope"
import type { AppendRequest } from "./Append.ts"
import type { CommandId } from "./CommandId.ts"
import type { Planned } from "./Plan.ts"
import type { Position } from "./Position.ts"
import type { CommitUnknown, LogCorrupt, StoreUnavailable } from "./StoreErrors.ts"

/** A command that was kept. */
export interface Commit {
  readonly commandId: CommandId
  readonly fingerprint: string
  readonly first: Position
  readonly last: Position
  readonly recordedAt: string
  /** Canonical JSON. */
  readonly metadata: string
}

/** The newest event of a stream. */
export interface StreamEnd {
  readonly version: number
  readonly bytes: string
}

/** All that `plan` needs to know of the log, as it is under the lock. */
export interface Facts {
  readonly origin: string
  readonly head: Position
  /** When the newest event was recorded; null in an empty log. */
  readonly recordedAt: string | null
  /** What was kept under the id of the command. */
  readonly commit: Commit | null
  /** For each check: the version of its stream, or the first matching position after its own; 0 when there is none. */
  readonly observed: ReadonlyArray<number>
  /** The ends of the streams that the request writes, where they exist. */
  readonly ends: ReadonlyMap<string, StreamEnd>
  /** The right edge of the tree over all stored bytes; its size is the head. */
  readonly edge: RightEdge
}

/** An event as an adapter inserts it. Everything but the bytes repeats what must be found by query. */
export interface EventRow {
  readonly position: Position
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly schemaVersion: number
  readonly tags: ReadonlyArray<string>
  readonly bytes: string
}

/** A personal value, beside the log. */
export interface StoredPersonal {
  readonly eventId: string
  readonly name: string
  readonly subject: string
  readonly class: string
  /** JSON. */
  readonly value: string
}

/** A value by which a subject is looked up, beside the log. */
export interface LookupRow {
  readonly kind: string
  readonly value: string
  readonly subject: string
  readonly position: Position
}

/** A subject that the deletable index names, and since which position. */
export interface LookedUp {
  readonly subject: string
  readonly position: Position
}

/** The tree over the stored bytes, as an append leaves it. */
export interface GrownTree {
  /** 32 bytes. */
  readonly root: Uint8Array
  /** The hashes of the frontier, one behind the other. */
  readonly frontier: Uint8Array
  /** The tiles that became full. */
  readonly tiles: ReadonlyArray<TileWithBytes>
  /** What the next append goes on from. It follows from the rest, and is not stored. */
  readonly edge: RightEdge
}

/** All that one append inserts. */
export interface Rows {
  readonly commit: Commit
  /** Size, root and frontier stand in the row of the commit. */
  readonly tree: GrownTree
  readonly events: readonly [EventRow, ...ReadonlyArray<EventRow>]
  readonly personal: ReadonlyArray<StoredPersonal>
  readonly lookups: ReadonlyArray<LookupRow>
}

/** A page of stored events: those that match, in (after, upTo], the first `limit` of them by position. */
export interface StoredPageRequest {
  readonly query: Query
  readonly after: Position
  /** Never beyond a head that was read before. */
  readonly upTo: Position
  readonly limit: number
}

export interface StoredEvent {
  readonly position: Position
  readonly bytes: string
}

/** What can go wrong while reading what is stored. */
export type StorageError = StoreUnavailable | LogCorrupt

export interface LogStorage {
  readonly origin: string
  /** 32 bytes that were drawn when the log was created. */
  readonly secret: Uint8Array
  /** One transaction under the exclusive lock of the log: facts, plan, rows, commit. */
  readonly exclusively: (
    request: AppendRequest,
    plan: (facts: Facts) => Planned
  ) => Effect.Effect<Planned, StorageError | CommitUnknown>
  readonly head: Effect.Effect<Position, StorageError>
  /** The tree as the newest commit left it. */
  readonly treeHead: Effect.Effect<TreeHead, StorageError>
  /** A full tile; null where it is not full yet. */
  readonly tile: (level: number, index: number) => Effect.Effect<Uint8Array | null, StorageError>
  readonly readPage: (request: StoredPageRequest) => Effect.Effect<ReadonlyArray<StoredEvent>, StorageError>
  readonly commitOf: (commandId: CommandId) => Effect.Effect<Commit | null, StorageError>
  readonly personalOf: (eventIds: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<StoredPersonal>, StorageError>
  readonly subjectsOf: (
    kind: string,
    value: string,
    upTo: Position
  ) => Effect.Effect<ReadonlyArray<LookedUp>, StorageError>
  /** Listens for hints that something was written. Losing all of them costs time, never an event. */
  readonly hints: Effect.Effect<Queue.Dequeue<void>, never, Scope.Scope>
}
