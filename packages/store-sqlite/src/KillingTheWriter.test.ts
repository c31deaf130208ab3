/**
 * Proves that one process writes, and that the log of one that is killed opens at once; what is kept then is for the slow
 * suite.
 */
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import { open } from "./OpenLog.ts"
import { writeAndKill } from "./testing/KillingTheWriter.ts"
import { temporaryFolder } from "./testing/SqliteFixture.ts"

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
