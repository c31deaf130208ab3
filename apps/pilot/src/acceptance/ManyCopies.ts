/**
 * A long log: the example history of the core, told for thousands of invented schemes with ids of their own.
 */
import { eventTypes, law, Peerwork } from "@peerwork/core"
import type { NewEvent } from "@peerwork/core"
import { CommandId } from "@peerwork/store"
import type { Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"

const history = Peerwork.examples.shadowingSince("2016-03-21").events

const decision: NewEvent["decision"] = { law, command: {}, upTo: 0, known: {}, reads: [], rules: [] }

/** The history with ids that belong to one copy. */
const copy = (number: number, commandId: string): ReadonlyArray<NewEvent> => {
  const own = JSON.stringify(history).replaceAll(
    "00000000-0000-4000-9000-",
    `${String(number).padStart(8, "0")}-0000-4000-9000-`
  )
  return (JSON.parse(own) as typeof history).map(({ actor, command, data, on, stream, tags, type }) => ({
    type,
    schemaVersion: eventTypes.get(type)?.versions.length ?? 1,
    stream,
    on,
    actor,
    command: { id: commandId, type: command.type },
    cause: null,
    correlation: randomUUID(),
    decision,
    data: data as NewEvent["data"],
    tags
  }))
}

/** Appends copies until there are so many events or more. */
export const fillWithCopies = (store: Store, events: number) =>
  Effect.forEach(Array.from({ length: Math.ceil(events / history.length) }), (_, index) => {
    const commandId = CommandId(randomUUID())
    const [first, ...rest] = copy(index + 1, commandId)
    return first === undefined ? Effect.void : store.append({
      commandId,
      fingerprint: "0".repeat(64),
      events: [first, ...rest],
      personal: [],
      lookups: [],
      checks: [],
      metadata: {}
    })
  }, { discard: true })
