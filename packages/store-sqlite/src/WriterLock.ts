/**
 * The writer's lock: one process writes a log.
 *
 * It is an SQLite file of its own on which the process holds an exclusive transaction as long as it lives. The
 * operating system frees it when the process ends, however it ends, so there is no pid file that could lie.
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { DatabaseSync } from "node:sqlite"
import { cannotOpen } from "./CannotOpen.ts"
import type { CannotOpen } from "./CannotOpen.ts"
import { makePrivately } from "./PrivateFile.ts"

const take = (file: string): DatabaseSync => {
  makePrivately(file)
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec("BEGIN EXCLUSIVE")
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Holds the lock until the scope closes. */
export const writerLock = (folder: string): Effect.Effect<void, CannotOpen, Scope.Scope> =>
  Effect.asVoid(Effect.acquireRelease(
    Effect.try({
      try: () => take(`${folder}/writer.lock`),
      catch: (cause) =>
        cannotOpen(
          "in use",
          `Another process is writing the data in ${folder}; stop it, or choose another folder`,
          cause
        )
    }),
    (db) => Effect.sync(() => db.close())
  ))
