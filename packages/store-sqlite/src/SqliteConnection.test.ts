/**
 * Proves the settings that the log rests on, by what SQLite says of them and by what they do.
 */
import { Position } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { logIn, open } from "./OpenLog.ts"
import { assertDurable, isNewEnough, sqliteConnection, valueOf } from "./SqliteConnection.ts"
import { aRequest } from "./testing/SampleRequest.ts"
import { temporaryFolder } from "./testing/SqliteFixture.ts"

const settings: ReadonlyArray<readonly [pragma: string, value: string | number]> = [
  ["journal_mode", "wal"],
  ["synchronous", 2],
  ["foreign_keys", 1],
  ["secure_delete", 1],
  ["trusted_schema", 0],
  ["recursive_triggers", 1],
  ["busy_timeout", 5000]
]

const canary = "Canary, whose name is erased"

/** How many files of the folder hold the text. */
const holding = (folder: string, text: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(`${entry.parentPath}/${entry.name}`).includes(text)).length

describe("a connection", () => {
  it.each(settings)("is set to %s = %s", (pragma, value) =>
    Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const db = yield* sqliteConnection(`${yield* temporaryFolder}/events.sqlite`)
      expect(valueOf(db, `PRAGMA ${pragma}`)).toBe(value)
    }))))

  it.each(["synchronous = NORMAL", "journal_mode = DELETE"])(
    "with %s is refused",
    (setting) =>
      Effect.runPromise(Effect.scoped(Effect.gen(function*() {
        const db = yield* sqliteConnection(`${yield* temporaryFolder}/events.sqlite`)
        yield* assertDurable(db)
        db.exec(`PRAGMA ${setting}`)
        expect((yield* Effect.flip(assertDurable(db))).reason).toBe("sqlite")
      })))
  )

  it.each([
    ["3.51.3", true],
    ["3.51.2", false],
    ["3.53.0", true],
    ["3.52.0", true],
    ["3.9.9", false],
    ["4.0.0", true],
    ["2.99.99", false]
  ])("to SQLite %s: %s", (version, enough) => expect(isNewEnough(version)).toBe(enough))
})

describe("a personal value that is deleted", () => {
  it("is gone from every file after a checkpoint, and was there before", () =>
    Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const folder = yield* temporaryFolder
      const personal = [{ event: 0, name: "name", subject: "someone", class: "identity", value: canary }] as const
      const lookups = [{ kind: "prisonNumber", value: "A1234AA", subject: "someone" }] as const
      const store = yield* open({ folder })
      yield* store.append(aRequest(1, { personal, lookups }))
      expect(holding(folder, canary)).toBeGreaterThan(0)
      const db = yield* sqliteConnection(logIn(folder))
      db.exec("DELETE FROM personal; DELETE FROM lookups; PRAGMA wal_checkpoint(TRUNCATE)")
      expect(holding(folder, canary)).toBe(0)
      expect(holding(folder, "A1234AA")).toBe(0)
      expect(yield* store.subjectsOf("prisonNumber", "A1234AA", Position(1))).toEqual([])
    }))))
})
