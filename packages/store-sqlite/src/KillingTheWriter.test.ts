/**
 * Proves that a writer that is killed loses nothing that it acknowledged, and leaves a log that opens at once.
 */
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import { killOften } from "./testing/KillingTheWriter.ts"
import { temporaryFolder } from "./testing/SqliteFixture.ts"

it("keeps what a writer acknowledged that was killed, three times on one log", async () => {
  const rounds = await Effect.runPromise(
    Effect.scoped(Effect.flatMap(temporaryFolder, (folder) => killOften(folder, 3)))
  )
  expect(rounds.flatMap(({ damage, lost }) => [...lost, ...damage])).toEqual([])
  for (const { acknowledged, kept } of rounds) expect(kept).toBeGreaterThanOrEqual(acknowledged)
  expect(rounds.at(-1)?.acknowledged).toBeGreaterThanOrEqual(3)
}, 60_000)
