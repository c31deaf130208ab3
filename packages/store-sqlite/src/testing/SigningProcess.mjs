/**
 * A process that appends to the log in a folder and signs it until it is killed, for the tests of signing.
 *
 * It writes a line for each checkpoint, only after its memory has taken it up: the size and the root.
 */
import { CommandId, makeSigner } from "@peerwork/store"
import { open, openSigner } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { writeSync } from "node:fs"
import { flushCompileCache } from "node:module"

const [folder = ""] = process.argv.slice(2)

// Whoever is killed leaves nothing to the next process, unless it does so now
flushCompileCache()

const request = (commandId) => ({
  commandId,
  fingerprint: commandId,
  events: [{
    type: "LineWritten",
    schemaVersion: 1,
    stream: `line-${commandId}`,
    on: "2016-04-04",
    actor: { id: "00000000-0000-4000-8000-00000000000a", role: "coordinator" },
    command: { id: commandId, type: "WriteLine" },
    cause: null,
    correlation: commandId,
    decision: { law: "0", command: {}, upTo: 0, known: {}, reads: [], rules: [] },
    data: {},
    tags: []
  }],
  personal: [],
  lookups: [],
  checks: [],
  metadata: {}
})

const program = Effect.gen(function*() {
  const store = yield* open({ folder, origin: "processes.invalid/events" })
  const { key, state } = yield* openSigner(folder, store)
  const signer = makeSigner({ log: store, state, keys: [key] })
  for (;;) {
    yield* Effect.forEach([1, 2, 3], () => store.append(request(CommandId(randomUUID()))))
    const came = yield* signer.round
    if (came._tag === "Signed") writeSync(1, `${came.head.size} ${Buffer.from(came.head.root).toString("base64")}\n`)
  }
})

try {
  await Effect.runPromise(Effect.scoped(program))
} catch (error) {
  writeSync(2, String(error))
  process.exitCode = 1
}
