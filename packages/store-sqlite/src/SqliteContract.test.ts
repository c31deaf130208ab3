/**
 * Proves that the store in SQLite keeps every rule of the contract, and that the contract sees what
 * `recursive_triggers` is for.
 */
import { brokenRules, testContract } from "@peerwork/store/contract"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { sqliteFixture, sqliteFixtureWith } from "./SqliteFixture.ts"

testContract({ describe, it }, sqliteFixture)

const withoutTriggers = sqliteFixtureWith(
  "a store in SQLite without recursive_triggers",
  "PRAGMA recursive_triggers = OFF"
)

describe("the contract", () => {
  it("sees a store in SQLite without recursive_triggers: INSERT OR REPLACE rewrites it past the triggers", async () => {
    const quick = { ...withoutTriggers, cases: 2, racers: 4 }
    expect(await Effect.runPromise(brokenRules(quick, 1))).toEqual(["append-only"])
  }, 30_000)
})
