/**
 * Proves that the store in SQLite keeps every rule of the contract, and that the contract sees what
 * `recursive_triggers` is for.
 */
import { beginning, everything, makeMemoryStore } from "@peerwork/store"
import { brokenRules, mutantsElsewhere, testContract } from "@peerwork/store/contract"
import * as Effect from "effect/Effect"
import * as TestContext from "effect/TestContext"
import { describe, expect, it } from "vitest"
import { open } from "./OpenLog.ts"
import { aRequest } from "./testing/SampleRequest.ts"
import { folderInMemory, sqliteFixture, sqliteFixtureWith } from "./testing/SqliteFixture.ts"

testContract({ describe, it }, sqliteFixture)

/** The connections of each mutant differ in these settings. */
const settings: Readonly<Record<string, string>> = {
  "a store in SQLite without recursive_triggers": "PRAGMA recursive_triggers = OFF"
}

describe("the contract", () => {
  it.each(mutantsElsewhere)("sees $name", async ({ breaks, name }) => {
    const quick = { ...sqliteFixtureWith(name, settings[name] ?? ""), cases: 2, racers: 4 }
    expect(await Effect.runPromise(brokenRules(quick, 1))).toEqual(breaks)
  }, 30_000)
})

it("stores the same bytes as the store in memory, for the same requests, name and times", () =>
  Effect.runPromise(Effect.scoped(Effect.gen(function*() {
    const origin = "example.org/events"
    const sqlite = yield* open({ folder: yield* folderInMemory, origin })
    const memory = yield* makeMemoryStore({ origin })
    const bytes = yield* Effect.forEach([sqlite, memory], (store) =>
      Effect.gen(function*() {
        for (let number = 1; number <= 30; number++) yield* store.append(aRequest(number))
        const { events } = yield* store.readPage({ query: everything, after: beginning })
        return events.map((event) => event.bytes)
      }).pipe(Effect.provide(TestContext.TestContext)))
    expect(bytes[0]?.length).toBe(30)
    expect(bytes[0]).toEqual(bytes[1])
  }))))
