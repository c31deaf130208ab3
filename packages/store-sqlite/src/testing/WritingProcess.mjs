/**
 * A process that writes until it is killed, for the tests of durability.
 *
 * It appends to the log in the folder that it is given and writes a line for each receipt, only after the receipt is
 * there: the id of the command and the position.
 */
import { CommandId } from "@peerwork/store"
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { writeSync } from "node:fs"
import { flushCompileCache } from "node:module"

const [folder = ""] = process.argv.slice(2)

// Whoever is killed leaves nothing to the next process, unless it does so now
flushCompileCache()

const request = (commandId, number) => ({
  commandId,
  fingerprint: commandId,
  events: [{
    type: "LineWritten",
    schemaVersion: 1,
    stream: `line-${number % 7}`,
    on: "2016-04-04",
    actor: { id: "00000000-0000-4000-8000-00000000000a", role: "coordinator" },
    command: { id: commandId, type: "WriteLine" },
    cause: null,
    correlation: commandId,
    decision: { law: "0", command: {}, upTo: 0, known: {}, reads: [], rules: [] },
    data: { number },
    tags: [`line:${number % 3}`]
  }],
  personal: [],
  lookups: [],
  checks: [],
  metadata: {}
})

const program = Effect.gen(function*() {
  const store = yield* open({ folder })
  for (let number = 1;; number++) {
    const commandId = CommandId(randomUUID())
    const { first } = yield* store.append(request(commandId, number))
    writeSync(1, `${commandId} ${first}\n`)
  }
})

await Effect.runPromise(Effect.scoped(program))
