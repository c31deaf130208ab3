/**
 * A connection to an SQLite file, with the settings that the log rests on.
 *
 * Every commit reaches the disk before it is acknowledged (`synchronous=FULL` in WAL mode), what is deleted is
 * overwritten, the schema cannot run functions of its own, and `recursive_triggers` lets the triggers that guard the
 * log see `INSERT OR REPLACE`, which would otherwise rewrite history past them.
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { DatabaseSync } from "node:sqlite"
import { CannotOpen, cannotOpen } from "./CannotOpen.ts"
import { openTables } from "./OpenTables.ts"
import { makePrivately } from "./PrivateFile.ts"

/** How long a statement waits for a lock of another process. */
const busyMilliseconds = 5000

/** The oldest SQLite whose WAL mode is sound under this use. */
const oldestSqlite = [3, 51, 3] as const

const settings = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "secure_delete = ON",
  "trusted_schema = OFF",
  "recursive_triggers = ON",
  // checkpoints are what makes the slowest appends slow: rarer, and a little larger
  "wal_autocheckpoint = 4000"
] as const

/** The one value of a statement that answers one value. */
export const valueOf = (db: DatabaseSync, sql: string): unknown => Object.values(db.prepare(sql).get() ?? {})[0]

/** Whether this SQLite is at least the oldest that will do. */
export const isNewEnough = (version: string): boolean => {
  const parts = version.split(".").map(Number)
  const differs = oldestSqlite.findIndex((oldest, index) => parts[index] !== oldest)
  return differs === -1 || (parts[differs] ?? 0) > (oldestSqlite[differs] ?? 0)
}

const connect = (file: string): DatabaseSync => {
  makePrivately(file)
  const db = openTables(file, { timeout: busyMilliseconds })
  const version = String(valueOf(db, "SELECT sqlite_version()"))
  if (!isNewEnough(version)) {
    db.close()
    throw cannotOpen("sqlite", `SQLite ${version} is older than ${oldestSqlite.join(".")}; start with a newer Node`)
  }
  for (const setting of settings) db.exec(`PRAGMA ${setting}`)
  return db
}

/** Opens a file, and closes it with the scope. */
export const sqliteConnection = (file: string): Effect.Effect<DatabaseSync, CannotOpen, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.try({
      try: () => connect(file),
      catch: (cause) =>
        cause instanceof CannotOpen
          ? cause
          : cannotOpen("damaged", `${file} cannot be opened as a log; restore it from a copy`, cause)
    }),
    (db) => Effect.sync(() => db.close())
  )

/** That commits really wait for the disk, asked after the first write, when SQLite has settled it. */
export const assertDurable = (db: DatabaseSync): Effect.Effect<void, CannotOpen> =>
  valueOf(db, "PRAGMA synchronous") === 2 && valueOf(db, "PRAGMA journal_mode") === "wal"
    ? Effect.void
    : cannotOpen("sqlite", "SQLite does not wait for the disk on this file system; put the data on a local disk")
