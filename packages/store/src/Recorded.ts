/**
 * Recorded events: stored bytes and what they mean.
 *
 * The store wrote these bytes itself, so reading them checks only what reading relies on: that they are an envelope of
 * a form that this build knows. Whether they are the bytes that were written is for the verifier, not for every read.
 */
import { isEnvelope } from "@peerwork/core"
import * as Effect from "effect/Effect"
import type { RecordedEvent } from "./EventStore.ts"
import type { StoredEvent } from "./LogStorage.ts"
import { EventNotUnderstood } from "./StoreErrors.ts"

const parse = (bytes: string): unknown => {
  try {
    return JSON.parse(bytes)
  } catch {
    return null
  }
}

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const notUnderstood = ({ position }: StoredEvent, value: unknown): EventNotUnderstood => {
  const members = isMembers(value) ? value : {}
  const form = members["v"]
  return new EventNotUnderstood({
    position,
    stream: String(members["stream"]),
    type: String(members["type"]),
    reason: typeof form === "number" && form > 1 ? "future version" : "malformed",
    path: "v"
  })
}

/** The events that were stored, parsed. The first that is no envelope fails all: nothing is skipped in silence. */
export const recorded = (
  stored: ReadonlyArray<StoredEvent>
): Effect.Effect<ReadonlyArray<RecordedEvent>, EventNotUnderstood> => {
  const events: Array<RecordedEvent> = []
  for (const event of stored) {
    const value = parse(event.bytes)
    if (!isEnvelope(value)) return Effect.fail(notUnderstood(event, value))
    events.push({ position: event.position, bytes: event.bytes, envelope: value })
  }
  return Effect.succeed(events)
}
