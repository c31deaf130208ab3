/**
 * Answers: what a handler says, before it becomes HTTP.
 *
 * A page handler is a function of what is known and what was asked to one of these plain values, so it is tested
 * without a server. `Respond` is the one place that turns them into bytes.
 */
import type { Json, JsonObject } from "@peerwork/core"
import type * as Stream from "effect/Stream"
import type { ProblemKind } from "./ProblemKinds.ts"
import type { Failure } from "./Services.ts"

type Headers = Readonly<Record<string, string>>

/** A page for people: which template, with which data. Its title never holds a name. */
export interface Page {
  readonly _tag: "Page"
  readonly status: number
  readonly title: string
  readonly template: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface Redirect {
  readonly _tag: "Redirect"
  readonly to: string
  readonly headers?: Headers
}

/** Something that did not work, in the form of a problem document; on a page it becomes a page. */
export interface Problem {
  readonly _tag: "Problem"
  readonly kind: ProblemKind
  /** This occurrence, as a sentence without a full stop. */
  readonly detail: string
  /** More members of the document. */
  readonly more?: JsonObject
  readonly headers?: Headers
}

/** JSON for programs. */
export interface Data {
  readonly _tag: "Data"
  readonly status: number
  readonly body: Json
  readonly type: string
  readonly headers: Headers
}

/** Bytes that stand ready: a file, or text that is not to be touched. */
export interface Bytes {
  readonly _tag: "Bytes"
  readonly status: number
  readonly body: string | Uint8Array
  readonly type: string
  readonly headers: Headers
}

/** Bytes that are read while they are sent: an export may be larger than the memory. */
export interface Streamed {
  readonly _tag: "Streamed"
  readonly body: Stream.Stream<Uint8Array, Failure>
  readonly type: string
  readonly headers: Headers
}

export type Answer = Page | Redirect | Problem | Data | Bytes | Streamed

export const page = (
  template: string,
  title: string,
  data: Readonly<Record<string, unknown>> = {},
  status = 200
): Page => ({ _tag: "Page", status, title, template, data })

/** Always 303: whatever was sent, the next request is a GET. */
export const redirect = (to: string, headers: Headers = {}): Redirect => ({ _tag: "Redirect", to, headers })

export const problem = (
  kind: ProblemKind,
  detail: string,
  more: JsonObject = {},
  headers: Headers = {}
): Problem => ({ _tag: "Problem", kind, detail, more, headers })

export const data = (body: Json, headers: Headers = {}, status = 200, type = "application/json"): Data => ({
  _tag: "Data",
  status,
  body,
  type,
  headers
})

export const bytes = (body: string | Uint8Array, type: string, headers: Headers = {}): Bytes => ({
  _tag: "Bytes",
  status: 200,
  body,
  type,
  headers
})

export const streamed = (body: Streamed["body"], type: string, headers: Headers = {}): Streamed => ({
  _tag: "Streamed",
  body,
  type,
  headers
})
