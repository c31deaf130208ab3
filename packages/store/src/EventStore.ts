/**
 * The event store: one log, as everybody else sees it.
 *
 * There is one way to write, `append`, and everything that is read is read by position. A service is one log, so no
 * operation says which. Adapters do not implement this: they implement the smaller `LogStorage`, and `make` derives
 * the rest from it once.
 */
import type { Envelope, Json, Query } from "@peerwork/core"
import type { TreeHead } from "@peerwork/ledger"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { AppendRequest, Receipt } from "./Append.ts"
import type { CommandId } from "./CommandId.ts"
import type { LookedUp } from "./LogStorage.ts"
import type { Position } from "./Position.ts"
import type { AppendError, NotWellFormed, ReadError } from "./StoreErrors.ts"

/** An event as it is kept. */
export interface RecordedEvent {
  readonly position: Position
  /** The stored canonical JSON, byte for byte: what is hashed, exported and proved. */
  readonly bytes: string
  /** The same, parsed. */
  readonly envelope: Envelope
}

/** Which events: those that match, after one position and up to another (the head when it is left out). */
export interface ReadRequest {
  readonly query: Query
  readonly after: Position
  readonly upTo?: Position
}

export interface PageRequest extends ReadRequest {
  /** The most events on the page. */
  readonly limit?: number
}

export interface Page {
  readonly events: ReadonlyArray<RecordedEvent>
  /** Everything up to here has been looked at; it advances past events that do not match. */
  readonly scannedTo: Position
}

/** A personal value as it is kept beside the log. */
export interface KeptPersonal {
  readonly eventId: string
  readonly name: string
  readonly subject: string
  readonly class: string
  readonly value: Json
}

/** A receipt, and the fingerprint of the command that it was given for. */
export interface KeptCommand {
  readonly receipt: Receipt
  readonly fingerprint: string
}

export interface Store {
  /** The name of the log. */
  readonly origin: string
  readonly append: (request: AppendRequest) => Effect.Effect<Receipt, AppendError>
  /** The position of the newest event. */
  readonly head: Effect.Effect<Position, ReadError>
  readonly readPage: (request: PageRequest) => Effect.Effect<Page, ReadError>
  /** Origin, size and root of the tree over the stored bytes of every event, as the newest append left it. */
  readonly treeHead: Effect.Effect<TreeHead, ReadError>
  /** A full tile of that tree, 256 hashes of 32 bytes; null where it is not full yet. */
  readonly tile: (level: number, index: number) => Effect.Effect<Uint8Array | null, ReadError>
  /** Finite: up to the head as it is when reading starts. */
  readonly read: (request: ReadRequest) => Stream.Stream<RecordedEvent, ReadError>
  /** History, then whatever comes. Pages, so that a bookmark moves past events that do not match. */
  readonly subscribe: (request: Omit<ReadRequest, "upTo">) => Stream.Stream<Page, ReadError>
  /** Waits until the log has reached the position; `StoreUnavailable` (timeout) when it has not in time. */
  readonly awaitPosition: (position: Position, atMost: Duration.DurationInput) => Effect.Effect<Position, ReadError>
  readonly receiptOf: (commandId: CommandId) => Effect.Effect<KeptCommand | null, ReadError>
  /** Tells two commands apart without keeping them: keyed by the secret of the log. */
  readonly fingerprintOf: (commandType: string, input: unknown) => Effect.Effect<string, NotWellFormed>
  readonly personalOf: (eventIds: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<KeptPersonal>, ReadError>
  /** Whose newest value this is in the deletable index, as of a position. A value that was put right is free again. */
  readonly subjectsOf: (
    kind: string,
    value: string,
    upTo: Position
  ) => Effect.Effect<ReadonlyArray<LookedUp>, ReadError>
}

export class EventStore extends Context.Tag("@peerwork/store/EventStore")<EventStore, Store>() {}

/** The query that every event matches. */
export const everything: Query = [{}]
