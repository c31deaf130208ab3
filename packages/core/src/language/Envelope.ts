/**
 * The envelope: the one form in which an event is kept, hashed, exported and proved.
 *
 * Its canonical JSON is the stored bytes, and nothing else is evidence. The store composes it: only the store knows
 * the version in the stream, the hash of the version before it, and the moment of recording. Everything in it is
 * public: opaque ids, dates, counts and codes. Names, numbers of people and free text never stand here.
 */

/** A value that JSON can carry. */
export type Json = string | number | boolean | null | ReadonlyArray<Json> | JsonObject

/** An object that JSON can carry. */
export interface JsonObject {
  readonly [name: string]: Json
}

/** Who acted (an opaque staff id), and in which role they acted. */
export interface EnvelopeActor {
  readonly id: string
  readonly role: string
}

/** One rule that was judged when the event was decided. */
export interface JudgedInEnvelope {
  readonly id: string
  readonly held: boolean
  readonly facts: JsonObject
  readonly limits: JsonObject
  readonly override?: true
}

/** Why the event was allowed: enough to decide again from the log alone. */
export interface DecisionInEnvelope {
  /** The version of this package that decided. */
  readonly law: string
  /** The public input of the command. */
  readonly command: JsonObject
  /** Everything the decision read, it read as of this position. */
  readonly upTo: number
  /** All that the decision had besides its reads. */
  readonly known: JsonObject
  /** The views that were read, with the id each was read for. */
  readonly reads: ReadonlyArray<readonly [view: string, id: string]>
  readonly rules: ReadonlyArray<JudgedInEnvelope>
}

/** An event as its decision leaves it: the envelope without what the store alone knows. */
export interface NewEvent {
  readonly type: string
  readonly schemaVersion: number
  readonly stream: string
  /** The local date on which it is said to have happened, and the instant where the time of day matters. */
  readonly on?: string
  readonly at?: string
  readonly actor: EnvelopeActor
  readonly command: { readonly id: string; readonly type: string }
  readonly cause: string | null
  readonly correlation: string
  /** The id of the event that this one puts right. */
  readonly corrects?: string
  readonly decision: DecisionInEnvelope
  readonly data: JsonObject
  /** Sorted, unique. */
  readonly tags: ReadonlyArray<string>
}

/** The stored form of an event, version 1. */
export interface Envelope extends NewEvent {
  readonly v: 1
  /** The origin of the log, so that a leaf cannot be replayed into another. */
  readonly log: string
  /** A UUID derived from the command id and the index of the event in its command. */
  readonly id: string
  /** The place in its stream, from 1. */
  readonly version: number
  /** The leaf hash (base64) of the version before, or null at version 1. */
  readonly previous: string | null
  /** The server's instant of recording; never earlier than the one of the event before it in the log. */
  readonly recordedAt: string
}
