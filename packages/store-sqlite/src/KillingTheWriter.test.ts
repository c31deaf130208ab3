/**
 * Proves that a writer that is killed loses nothing that it acknowledged, and leaves a log that opens at once.
 */
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import { open } from "./OpenLog.ts"
import { killOften, writeAndKill } from "./testing/KillingTheWriter.ts"
import { temporaryFolder } from "./testing/SqliteFixture.ts"

it("keeps what a writer acknowledged that was killed, three times on one log", async () => {
  const rounds = await Effect.runPromise(
    Effect.scoped(Effect.flatMap(temporaryFolder, (folder) => killOften(folder, 3)))
  )
  expect(rounds.flatMap(({ damage, lost }) => [...lost, ...damage])).toEqual([])
  for (const { acknowledged, kept } of rounds) expect(kept).toBeGreaterThanOrEqual(acknowledged)
  expect(rounds.at(-1)?.acknowledged).toBeGreaterThanOrEqual(3)
}, 60_000)

it("lets nobody else write while a process does, and somebody else as soon as it is killed", async () => {
  const said: Array<string> = []
  const attempt = (folder: string) =>
    Effect.scoped(Effect.flatMap(open({ folder }), (store) => store.head)).pipe(
      Effect.match({ onFailure: (error) => error.message, onSuccess: () => "opened" }),
      Effect.map((answer) => said.push(answer))
    )
  await Effect.runPromise(Effect.scoped(Effect.gen(function*() {
    const folder = yield* temporaryFolder
    yield* writeAndKill(folder, 0, attempt(folder))
    yield* attempt(folder)
    expect(said).toEqual([
      `Another process is writing the data in ${folder}; stop it, or choose another folder`,
      "opened"
    ])
  })))
}, 30_000)
