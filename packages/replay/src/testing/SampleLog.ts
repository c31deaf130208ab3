/**
 * A log in SQLite for tests of the verifier, as the store has written it, and copies of it that anybody can change.
 */
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { DatabaseSync } from "node:sqlite"
import { inventedOrigin, inventedRequest } from "./InventedHistory.ts"

/** Writes the first commands of the invented history into a new log in the folder. */
export const writeLog = (folder: string, commands: number): Promise<void> =>
  Effect.runPromise(Effect.scoped(Effect.gen(function*() {
    const store = yield* open({ folder, origin: inventedOrigin })
    for (let number = 1; number <= commands; number++) yield* store.append(inventedRequest(number))
  })))

export const evidenceTables = ["log", "commits", "streams", "events", "tags", "tiles"] as const

/** Copies the rows of the log into a file without triggers, keys or checks. */
export const copyUnguarded = (folder: string, file: string): DatabaseSync => {
  const db = new DatabaseSync(file)
  db.exec(`ATTACH '${folder}/events.sqlite' AS kept; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF`)
  for (const table of evidenceTables) db.exec(`CREATE TABLE ${table} AS SELECT * FROM kept.${table}`)
  db.exec("CREATE INDEX tiles_at ON tiles (level, place); DETACH kept")
  return db
}
