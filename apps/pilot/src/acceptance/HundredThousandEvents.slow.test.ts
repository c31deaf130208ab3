/**
 * Proves that the app starts on a log of 100,000 events in under ten seconds, folded and ready to answer.
 *
 * The log is the example history of the core, told for thousands of invented schemes with ids of their own.
 */
import { law, Peerwork } from "@peerwork/core"
import type { NewEvent } from "@peerwork/core"
import { CommandId } from "@peerwork/store"
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { expect, it } from "vitest"
import { remove, start, temporaryFolder } from "./RunningApp.ts"

const history = Peerwork.examples.shadowingSince("2016-03-21").events
const copies = Math.ceil(100_000 / history.length)

const decision: NewEvent["decision"] = { law, command: {}, upTo: 0, known: {}, reads: [], rules: [] }

/** The history with ids that belong to one copy. */
const copy = (number: number, commandId: string): ReadonlyArray<NewEvent> => {
  const own = JSON.stringify(history).replaceAll(
    "00000000-0000-4000-9000-",
    `${String(number).padStart(8, "0")}-0000-4000-9000-`
  )
  return (JSON.parse(own) as typeof history).map(({ actor, command, data, on, stream, tags, type }) => ({
    type,
    schemaVersion: 1,
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

/** Fills the log of the demo in a folder, recorded by the clock of this machine. */
const fill = (folder: string): Promise<number> =>
  Effect.gen(function*() {
    const store = yield* open({ folder })
    for (let number = 1; number <= copies; number += 1) {
      const commandId = CommandId(randomUUID())
      const [first, ...rest] = copy(number, commandId)
      if (first === undefined) continue
      yield* store.append({
        commandId,
        fingerprint: "0".repeat(64),
        events: [first, ...rest],
        personal: [],
        lookups: [],
        checks: [],
        metadata: {}
      })
    }
    return yield* store.head
  }).pipe(Effect.scoped, Effect.runPromise)

it("a log of 100,000 events is folded at the start in under ten seconds", async () => {
  const folder = await temporaryFolder()
  await (await start(folder, "2016-04-04T09:00")).stop()
  const head = await fill(`${folder}/demo`)
  expect(head).toBeGreaterThanOrEqual(100_000)
  const before = performance.now()
  const app = await start(folder, "2031-04-04T09:00")
  const seconds = (performance.now() - before) / 1000
  const health = await app.get("/health")
  await app.stop()
  await remove(folder)
  expect(health.body).toMatchObject({ status: "UP" })
  console.info(`${head} events: ${seconds.toFixed(1)} s from the start of the process to the first answer`)
  expect(seconds).toBeLessThan(10)
}, 300_000)
