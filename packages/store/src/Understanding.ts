/**
 * Understanding events: from recorded bytes to what views fold.
 *
 * The law knows every version of its event types and decodes each to the newest. What it does not know fails closed,
 * with the reason: an event of a later build is "future version", not "malformed", so that nobody looks for damage
 * where an update is missing.
 */
import { date, instant, roles } from "@peerwork/core"
import type { Actor, EventType, Happened, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import type { RecordedEvent } from "./EventStore.ts"
import { EventNotUnderstood } from "./StoreErrors.ts"

/** The event types of a law, by name. */
export type EventTypes = ReadonlyMap<string, EventType>

type Reason = EventNotUnderstood["reason"]

const not = ({ envelope, position }: RecordedEvent, reason: Reason, path: string): EventNotUnderstood =>
  new EventNotUnderstood({ position, stream: envelope.stream, type: envelope.type, reason, path })

const known: ReadonlySet<string> = new Set(roles)

const isRole = (role: string): role is Role => known.has(role)

const actorOf = ({ envelope }: RecordedEvent): Actor => {
  const { id, role } = envelope.actor
  if (!isRole(role)) throw new RangeError(`actor.role ${role}`)
  return { id, role }
}

const happenedOf = (types: EventTypes, event: RecordedEvent): Happened | EventNotUnderstood => {
  const { envelope, position } = event
  const type = types.get(envelope.type)
  if (type === undefined) return not(event, "unknown type", "type")
  const understood = type.understand(envelope.schemaVersion, envelope.data)
  if (understood._tag === "NotUnderstood") return not(event, understood.reason, understood.path)
  try {
    return {
      type: envelope.type,
      id: envelope.id,
      position,
      stream: envelope.stream,
      version: envelope.version,
      recordedAt: instant(envelope.recordedAt),
      on: date(envelope.on ?? ""),
      ...(envelope.at === undefined ? {} : { at: instant(envelope.at) }),
      actor: actorOf(event),
      command: envelope.command,
      corrects: envelope.corrects ?? null,
      tags: envelope.tags,
      data: understood.data
    }
  } catch (error) {
    if (error instanceof RangeError) return not(event, "malformed", error.message)
    throw error
  }
}

/** The events as views see them; the first that is not understood fails all. */
export const understand = (
  types: EventTypes,
  events: ReadonlyArray<RecordedEvent>
): Effect.Effect<ReadonlyArray<Happened>, EventNotUnderstood> => {
  const happened: Array<Happened> = []
  for (const event of events) {
    const one = happenedOf(types, event)
    if (one instanceof EventNotUnderstood) return Effect.fail(one)
    happened.push(one)
  }
  return Effect.succeed(happened)
}
