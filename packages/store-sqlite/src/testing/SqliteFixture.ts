/**
 * The fixture of the SQLite adapter: a log in a folder of its own, and every way to rewrite one that SQLite offers.
 */
import type { Fixture, LogUnderTest } from "@peerwork/store/contract"
import * as Effect from "effect/Effect"
import * as ExecutionStrategy from "effect/ExecutionStrategy"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { readSecret } from "../LogSecret.ts"
import { logIn, openStorage } from "../OpenLog.ts"
import { sqliteConnection } from "../SqliteConnection.ts"
import { sqliteStorage } from "../SqliteStorage.ts"

const newFolderIn = (parent: string): Effect.Effect<string, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(parent, "peerwork-"))),
    (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
  )

/** A new folder that goes with the scope. */
export const temporaryFolder = newFolderIn(tmpdir())

/** The same in memory, where the system offers that: the contract is not about the disk. */
export const folderInMemory = newFolderIn(existsSync("/dev/shm") ? "/dev/shm" : tmpdir())

/** Every statement that would change an event, a commit, a stream or a tag. */
const rewritings: ReadonlyArray<string> = [
  "UPDATE events SET envelope = '{}' WHERE position = 1",
  "UPDATE commits SET recorded_at = ''",
  "UPDATE tags SET tag = 'person:2'",
  "UPDATE streams SET name = 'other'",
  "UPDATE log SET origin = 'other'",
  "DELETE FROM events WHERE position = 2",
  "DELETE FROM commits",
  "DELETE FROM tags",
  "DELETE FROM streams",
  "DELETE FROM log",
  "UPDATE tiles SET place = 7",
  "DELETE FROM tiles",
  "REPLACE INTO tiles SELECT level, place, zeroblob(8192) FROM tiles",
  "INSERT OR REPLACE INTO events SELECT position, first, stream, version, type, schema_version, '{}' FROM events",
  "REPLACE INTO commits SELECT first, last, command_id, 'x', recorded_at, size, root, frontier, metadata FROM commits",
  "REPLACE INTO tags SELECT tag, position FROM tags",
  "REPLACE INTO streams SELECT stream, name FROM streams",
  "INSERT INTO events SELECT * FROM events WHERE true ON CONFLICT DO UPDATE SET envelope = '{}'",
  "INSERT INTO commits SELECT * FROM commits WHERE true ON CONFLICT DO UPDATE SET metadata = ''"
]

const succeeds = (db: DatabaseSync, statement: string): boolean => {
  db.exec("BEGIN")
  try {
    db.exec(statement)
    return true
  } catch {
    return false
  } finally {
    db.exec("ROLLBACK")
  }
}

const rewrite = (db: DatabaseSync) => Effect.sync(() => rewritings.filter((statement) => succeeds(db, statement)))

/** A new log in a new folder. `settings` are set on every connection, after those of the adapter. */
const newLog = (settings: string): Effect.Effect<LogUnderTest, unknown, Scope.Scope> =>
  Effect.gen(function*() {
    const folder = yield* folderInMemory
    const whole = yield* Effect.scope
    let opened = yield* Scope.fork(whole, ExecutionStrategy.sequential)
    yield* Scope.extend(openStorage({ folder }), opened)
    const connection = Effect.suspend(() =>
      Scope.extend(Effect.tap(sqliteConnection(logIn(folder)), (db) => Effect.sync(() => db.exec(settings))), opened)
    )
    const connect = Effect.flatMap(connection, (db) => sqliteStorage(db, readSecret(folder) ?? new Uint8Array()))
    const reopen = Effect.gen(function*() {
      yield* Scope.close(opened, Exit.void)
      opened = yield* Scope.fork(whole, ExecutionStrategy.sequential)
      return yield* Scope.extend(openStorage({ folder }), opened)
    })
    return { connect, reopen, rewrite: Effect.flatMap(connection, rewrite) }
  })

/** The fixture of the adapter, or of one whose connections have other settings. */
export const sqliteFixtureWith = (name: string, settings: string): Fixture => ({
  name,
  log: newLog(settings),
  declines: {},
  cases: 6,
  racers: 64,
  rounds: 1
})

export const sqliteFixture: Fixture = sqliteFixtureWith("the store in SQLite", "")
