/**
 * A request with one event in which little happens, unlike the request of every other number.
 */
import { type AppendRequest, CommandId } from "@peerwork/store"

export const thingHappened = (number: number, data: Readonly<Record<string, number>> = { number }): AppendRequest => {
  const id = CommandId(`00000000-0000-4000-8000-${number.toString().padStart(12, "0")}`)
  return {
    commandId: id,
    fingerprint: `command ${number}`,
    events: [{
      type: "ThingHappened",
      schemaVersion: 1,
      stream: `thing-${number % 3}`,
      on: "2016-04-04",
      actor: { id: "00000000-0000-4000-8000-00000000000a", role: "coordinator" },
      command: { id, type: "DoThing" },
      cause: null,
      correlation: id,
      decision: { law: "0", command: {}, upTo: 0, known: {}, reads: [], rules: [] },
      data,
      tags: ["thing:1"]
    }],
    personal: [],
    lookups: [],
    checks: [],
    metadata: {}
  }
}
