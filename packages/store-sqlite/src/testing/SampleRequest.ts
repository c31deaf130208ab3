/**
 * A request for tests of the adapter: the n-th command of a world in which little happens.
 */
import { CommandId } from "@peerwork/store"
import type { AppendRequest } from "@peerwork/store"

export const aRequest = (number: number, more: Partial<AppendRequest> = {}): AppendRequest => {
  const id = CommandId(`00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`)
  return {
    commandId: id,
    fingerprint: `fingerprint ${number}`,
    events: [{
      type: "ThingHappened",
      schemaVersion: 1,
      stream: `thing-${number % 5}`,
      on: "2016-04-04",
      actor: { id: "00000000-0000-4000-8000-00000000000a", role: "coordinator" },
      command: { id, type: "DoThing" },
      cause: null,
      correlation: id,
      decision: { law: "0", command: {}, upTo: 0, known: {}, reads: [], rules: [] },
      data: { number },
      tags: [`thing:${number % 5}`]
    }],
    personal: [],
    lookups: [],
    checks: [],
    metadata: {},
    ...more
  }
}
