/**
 * Proves that the store in SQLite keeps every rule of the contract, and that the contract sees what
 * `recursive_triggers` is for.
 */
import { brokenRules, mutantsElsewhere, testContract } from "@peerwork/store/contract"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { sqliteFixture, sqliteFixtureWith } from "./testing/SqliteFixture.ts"

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
