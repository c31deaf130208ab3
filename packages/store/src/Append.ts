/**
 * The append: the one thing that is ever written.
 *
 * A request brings the events of one command, what must still be true when they are written, and the personal values
 * that stand beside the log. All of it is kept, or nothing is. The checks are independent of the streams that are
 * written: whatever a decision read can be a check of its append.
 */
import type { JsonObject, Lookup, NewEvent, PersonalValue, Query } from "@peerwork/core"
import * as Data from "effect/Data"
import type { CommandId } from "./CommandId.ts"
import type { Position } from "./Position.ts"

/** What a stream must be like. */
export type Expected = Data.TaggedEnum<{
  NoStream: {}
  StreamExists: {}
  AtVersion: { readonly version: number }
}>

export const Expected = Data.taggedEnum<Expected>()

/** What must be true when the events are written. */
export type Check = Data.TaggedEnum<{
  /** Also of streams that are not written. */
  StreamIs: { readonly stream: string; readonly expected: Expected }
  /** No event that matches came after this position. A position beyond the head never holds: nobody has read it. */
  NothingNew: { readonly query: Query; readonly after: Position }
}>

export const Check = Data.taggedEnum<Check>()

export interface AppendRequest {
  readonly commandId: CommandId
  /** Of the command as it was received; see `Fingerprint.ts`. */
  readonly fingerprint: string
  readonly events: readonly [NewEvent, ...ReadonlyArray<NewEvent>]
  readonly personal: ReadonlyArray<PersonalValue>
  readonly lookups: ReadonlyArray<Lookup>
  readonly checks: ReadonlyArray<Check>
  /** Beside the events and no evidence: trace ids and the like. */
  readonly metadata: JsonObject
}

/** Where the events of a command stand. */
export interface Receipt {
  readonly first: Position
  readonly last: Position
  readonly recordedAt: string
  /** Whether the command had been kept before this request. */
  readonly duplicate: boolean
}
