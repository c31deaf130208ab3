/**
 * Opening the signer of a log: its key and its memory, which are made with the log and never again.
 *
 * A log with events that has lost one of them is not signed on by a new one: a new key would be another log, and a
 * signer without a memory would sign any history. Whatever is missing is one sentence, and nothing is created.
 */
import type { SignerKey } from "@peerwork/ledger"
import type { SignerState, Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { DatabaseSync } from "node:sqlite"
import { CannotOpen, cannotOpen } from "./CannotOpen.ts"
import { drawLogKey, readLogKey } from "./LogKey.ts"
import {
  connectSigner,
  createMemory,
  holdsMemory,
  isNewer,
  lastIn,
  originIn,
  signerFile,
  signerStateIn
} from "./SignerDatabase.ts"

export interface OpenedSigner {
  readonly key: SignerKey
  readonly state: SignerState
  /** The memory itself: notes and cosignatures. */
  readonly memory: DatabaseSync
}

const runbook = "see docs/do/back-up-and-restore.md"

const connected = (folder: string): Effect.Effect<DatabaseSync, CannotOpen, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.try({
      try: () => connectSigner(signerFile(folder)),
      catch: (cause) =>
        cause instanceof CannotOpen
          ? cause
          : cannotOpen("damaged", `${signerFile(folder)} cannot be opened; ${runbook}`, cause)
    }),
    (db) => Effect.sync(() => db.close())
  )

const lost = (folder: string, what: string): CannotOpen =>
  cannotOpen("log without keys", `The log in ${folder} has lost ${what}, and no other can stand for it; ${runbook}`)

/** The memory; it is made where the log has no event and no key yet. */
const memoryOf = (folder: string, origin: string, isNew: boolean) =>
  Effect.gen(function*() {
    if (!holdsMemory(folder) && !isNew) return yield* lost(folder, "signer.db")
    const db = yield* connected(folder)
    if (isNewer(db)) {
      return yield* cannotOpen("newer schema", `A newer Peerwork has written ${signerFile(folder)}; start that version`)
    }
    if (!holdsMemory(folder)) createMemory(db, origin)
    return originIn(db) === origin
      ? db
      : yield* cannotOpen("origin", `signer.db in ${folder} is that of another log, ${originIn(db)}; ${runbook}`)
  })

const keyOf = (folder: string, origin: string, isNew: boolean): Effect.Effect<SignerKey, CannotOpen> =>
  Effect.suspend(() => {
    const key = readLogKey(folder)
    if (key === null) {
      return isNew ? Effect.sync(() => drawLogKey(folder, origin)) : Effect.fail(lost(folder, "keys/log-key"))
    }
    if (key._tag === "Malformed") return cannotOpen("damaged", `keys/log-key in ${folder}: ${key.because}; ${runbook}`)
    return key.verifier.name === origin
      ? Effect.succeed(key)
      : cannotOpen("origin", `keys/log-key in ${folder} is that of another log, ${key.verifier.name}; ${runbook}`)
  })

/** Opens the signer of an open log. The memory is made before the key: a key without a memory has lost it. */
export const openSigner = (
  folder: string,
  { head, origin }: Pick<Store, "head" | "origin">
): Effect.Effect<OpenedSigner, CannotOpen, Scope.Scope> =>
  Effect.gen(function*() {
    const events = yield* Effect.mapError(head, (error) => cannotOpen("damaged", error.message, error))
    const hasKey = readLogKey(folder) !== null
    const memory = yield* memoryOf(folder, origin, events === 0 && !hasKey)
    const key = yield* keyOf(folder, origin, events === 0 && lastIn(memory).size === 0)
    return { key, state: signerStateIn(memory), memory }
  }).pipe(
    Effect.catchAllDefect((defect) =>
      defect instanceof CannotOpen
        ? defect
        : cannotOpen("damaged", `${signerFile(folder)} is not what a signer left; ${runbook}`, defect)
    )
  )
