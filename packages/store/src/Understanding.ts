/**
 * Understanding events: from recorded bytes to what views fold.
 *
 * The law knows every version of its event types and decodes each to the newest. What it does not know fails closed,
 * with the reason and the place.
 */
import { happenedIn } from "@peerwork/core"
import type { EventType, Happened } from "@peerwork/core"
import * as Effect from "effect/Effect"
import type { RecordedEvent } from "./EventStore.ts"
import { EventNotUnderstood } from "./StoreErrors.ts"

/** The event types of a law, by name. */
export type EventTypes = ReadonlyMap<string, EventType>

/** The events as views see them; the first that is not understood fails all. */
export const understand = (
  types: EventTypes,
  events: ReadonlyArray<RecordedEvent>
): Effect.Effect<ReadonlyArray<Happened>, EventNotUnderstood> => {
  const happened: Array<Happened> = []
  for (const { envelope, position } of events) {
    const one = happenedIn(types, envelope, position)
    if ("_tag" in one) {
      const { path, reason } = one
      return Effect.fail(
        new EventNotUnderstood({ position, stream: envelope.stream, type: envelope.type, reason, path })
      )
    }
    happened.push(one)
  }
  return Effect.succeed(happened)
}
