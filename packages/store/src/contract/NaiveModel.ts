/**
 * A naive store, written a second time.
 *
 * It says what every store must answer and hold, and shares nothing with the stores that it judges: no plan, no query,
 * no canonical form, no hash. It is slow and plain, and so short that one can see that it is right.
 */
import type { Query } from "@peerwork/core"
import { createHash } from "node:crypto"
import type { AppendRequest, Check } from "../Append.ts"

export interface ModelEvent {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly tags: ReadonlyArray<string>
  readonly id: string
  readonly bytes: string
}

interface Kept {
  readonly fingerprint: string
  readonly first: number
  readonly last: number
  readonly recordedAt: string
  readonly metadata: string
}

/** What an append comes to. */
export type Answer =
  | {
    readonly _tag: "Receipt"
    readonly first: number
    readonly last: number
    readonly recordedAt: string
    readonly duplicate: boolean
  }
  | { readonly _tag: "CommandIdReused"; readonly first: number }
  | {
    readonly _tag: "Conflict"
    readonly failures: ReadonlyArray<{ readonly check: number; readonly observed: number }>
  }

/** Members by UTF-16 code unit, in JSON. */
export const inOrder = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)
  return `{${members.map(([name, inside]) => `${JSON.stringify(name)}:${inOrder(inside)}`).join(",")}}`
}

/** Whether an event concerns a query: any item, and everything that the item gives. */
export const concerns = (query: Query, event: Pick<ModelEvent, "stream" | "type" | "tags">): boolean => {
  for (const { stream, tags, types } of query) {
    const rightStream = stream === undefined || stream === event.stream
    const rightType = types === undefined || types.indexOf(event.type) >= 0
    const missing = (tags ?? []).filter((tag) => event.tags.indexOf(tag) < 0)
    if (rightStream && rightType && missing.length === 0) return true
  }
  return false
}

const sha256 = (...parts: ReadonlyArray<string | Uint8Array>): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest()

const idOf = (command: string, index: number): string => {
  const hex = sha256(command, "/", String(index)).toString("hex")
  const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${
    hex.slice(20, 32)
  }`
}

export class NaiveModel {
  readonly origin: string
  readonly events: Array<ModelEvent> = []
  readonly kept = new Map<string, Kept>()
  readonly personal: Array<{ eventId: string; name: string; subject: string; class: string; value: unknown }> = []
  readonly lookups: Array<{ value: string; subject: string; position: number }> = []
  private recordedAt = ""

  constructor(origin: string) {
    this.origin = origin
  }

  append(request: AppendRequest, now: string): Answer {
    const kept = this.kept.get(request.commandId)
    if (kept !== undefined) {
      const { fingerprint, first, last, recordedAt } = kept
      return fingerprint === request.fingerprint
        ? { _tag: "Receipt", first, last, recordedAt, duplicate: true }
        : { _tag: "CommandIdReused", first }
    }
    const failures = request.checks.flatMap((check, index) => {
      const observed = this.failure(check)
      return observed === null ? [] : [{ check: index, observed }]
    })
    return failures.length > 0 ? { _tag: "Conflict", failures } : this.keep(request, now)
  }

  /** Whose newest value this is. */
  holdersOf(value: string): ReadonlyArray<{ readonly position: number; readonly subject: string }> {
    return this.lookups.flatMap(({ position, subject, value: own }) => {
      const newest = Math.max(...this.lookups.filter((row) => row.subject === subject).map((row) => row.position))
      return own === value && position === newest ? [{ position, subject }] : []
    })
  }

  /** What stands in the way of a check; null when nothing does. */
  private failure(check: Check): number | null {
    const head = this.events.length
    if (check._tag === "NothingNew") {
      const newer = this.events.find((event) => event.position > check.after && concerns(check.query, event))
      return newer?.position ?? (check.after > head ? head : null)
    }
    const version = this.events.filter((event) => event.stream === check.stream).length
    const { expected } = check
    const right = expected._tag === "AtVersion"
      ? version === expected.version
      : (expected._tag === "NoStream") === (version === 0)
    return right ? null : version
  }

  private keep(request: AppendRequest, now: string): Answer {
    const first = this.events.length + 1
    if (now > this.recordedAt) this.recordedAt = now
    const { recordedAt } = this
    request.events.forEach((event, index) => {
      const { stream, tags, type } = event
      const before = this.events.findLast((other) => other.stream === stream)
      const [id, version] = [idOf(request.commandId, index), (before?.version ?? 0) + 1]
      const previous = before === undefined ? null : sha256(Uint8Array.of(0), before.bytes).toString("base64")
      const bytes = inOrder({ ...event, v: 1, log: this.origin, id, version, previous, recordedAt })
      this.events.push({ position: first + index, stream, version, type, tags, id, bytes })
    })
    for (const { event, ...rest } of request.personal) {
      this.personal.push({ ...rest, eventId: idOf(request.commandId, event) })
    }
    for (const { subject, value } of request.lookups) this.lookups.push({ value, subject, position: first })
    const last = this.events.length
    const { fingerprint, metadata } = request
    this.kept.set(request.commandId, { fingerprint, first, last, recordedAt, metadata: inOrder(metadata) })
    return { _tag: "Receipt", first, last, recordedAt, duplicate: false }
  }
}
