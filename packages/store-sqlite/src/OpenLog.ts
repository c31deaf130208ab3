/**
 * Opening a log in a folder: creating it where there is none, and refusing whatever could harm it.
 *
 * The folder holds `events.sqlite` (the log), `writer.lock` (one process at a time) and `keys/log-secret`; what signs the
 * log stands beside them (see `OpenSigner`). A folder with keys but without a log has lost its log: nothing is created
 * then, because a new log under old keys would look like the old one. The origin is settled once, when the log is
 * created, and stands in every envelope.
 */
import { EventStore, make } from "@peerwork/store"
import type { LogStorage, Store, StoreOptions } from "@peerwork/store"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { randomBytes } from "node:crypto"
import { accessSync, constants, existsSync, readdirSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { cannotOpen } from "./CannotOpen.ts"
import type { CannotOpen } from "./CannotOpen.ts"
import { drawSecret, readSecret } from "./LogSecret.ts"
import { makeFolder } from "./MakeFolder.ts"
import { migrate } from "./Migrating.ts"
import { privateFolder } from "./PrivateFile.ts"
import { signerFile } from "./SignerDatabase.ts"
import { assertDurable, sqliteConnection, valueOf } from "./SqliteConnection.ts"
import { sqliteStorage } from "./SqliteStorage.ts"
import { writerLock } from "./WriterLock.ts"

export interface OpenOptions extends StoreOptions {
  /** Where the log and its keys are kept. It is made where it does not exist. */
  readonly folder: string
  /** The name of the log; used only when the log is created. */
  readonly origin?: string
}

/** The file of the log in a folder. */
export const logIn = (folder: string): string => `${folder}/events.sqlite`

const writableFolder = (folder: string): Effect.Effect<void, CannotOpen> =>
  Effect.try({
    try: () => {
      makeFolder(folder, privateFolder)
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    },
    catch: (cause) => cannotOpen("folder", `The folder ${folder} cannot be written; choose one that can`, cause)
  })

/** What was made with a log that is no longer there. */
const left = (folder: string): string | null => {
  if (existsSync(`${folder}/keys`) && readdirSync(`${folder}/keys`).length > 0) return "keys"
  return existsSync(signerFile(folder)) ? "signer.db" : null
}

const notOrphaned = (folder: string): Effect.Effect<void, CannotOpen> => {
  const orphan = existsSync(logIn(folder)) ? null : left(folder)
  return orphan === null
    ? Effect.void
    : cannotOpen(
      "keys without log",
      `The folder ${folder} holds ${orphan} but no log; restore events.sqlite from a copy`
    )
}

const validOrigin = /^[!-*,-~]+$/

/** The origin is written with the first start, and read ever after. */
const settleOrigin = (db: DatabaseSync, origin?: string): Effect.Effect<void, CannotOpen> => {
  const chosen = origin ?? `peerwork.invalid/${randomBytes(4).toString("hex")}/events`
  if (!validOrigin.test(chosen)) {
    return cannotOpen(
      "origin",
      `"${chosen}" is no origin; use ASCII without blanks or plus signs, like example.org/events`
    )
  }
  return Effect.sync(() => {
    if (valueOf(db, "SELECT count(*) FROM log") === 0) {
      db.prepare("INSERT INTO log (one, origin) VALUES (1, ?)").run(chosen)
    }
  })
}

const settleSecret = (db: DatabaseSync, folder: string): Effect.Effect<Uint8Array, CannotOpen> =>
  Effect.suspend(() => {
    const secret = readSecret(folder)
    if (secret !== null) return Effect.succeed(secret)
    return valueOf(db, "SELECT count(*) FROM commits") === 0
      ? Effect.sync(() => drawSecret(folder))
      : cannotOpen("log without keys", `The log in ${folder} has lost keys/log-secret; restore it from a copy`)
  })

/** The storage of the log in a folder, opened for writing as long as the scope lives. */
export const openStorage = (
  { folder, origin }: Pick<OpenOptions, "folder" | "origin">
): Effect.Effect<LogStorage, CannotOpen, Scope.Scope> =>
  Effect.gen(function*() {
    yield* writableFolder(folder)
    yield* notOrphaned(folder)
    yield* writerLock(folder)
    const db = yield* sqliteConnection(logIn(folder))
    yield* migrate(db)
    yield* settleOrigin(db, origin)
    yield* assertDurable(db)
    const secret = yield* settleSecret(db, folder)
    return yield* Effect.mapError(sqliteStorage(db, secret), (error) => cannotOpen("damaged", error.message, error))
  })

/** Opens the log in a folder, for reading and writing. */
export const open = (options: OpenOptions): Effect.Effect<Store, CannotOpen, Scope.Scope> =>
  Effect.map(openStorage(options), (storage) => make(storage, options))

/** The log in a folder, as a layer. */
export const layerSqlite = (options: OpenOptions): Layer.Layer<EventStore, CannotOpen> =>
  Layer.scoped(EventStore, open(options))
