/**
 * Proves that the app starts on a log of 100,000 events in under ten seconds, folded and ready to answer.
 */
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import { fillWithCopies } from "./ManyCopies.ts"
import { remove, start, temporaryFolder } from "./RunningApp.ts"

/** Fills the log of the demo in a folder, recorded by the clock of this machine. */
const fill = (folder: string): Promise<number> =>
  Effect.gen(function*() {
    const store = yield* open({ folder })
    yield* fillWithCopies(store, 100_000)
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
