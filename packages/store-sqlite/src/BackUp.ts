/**
 * A copy of a data folder that is right, whether the app runs or not.
 *
 * The memory of the signer is copied first and the log after it, so what was signed is in the copy. Each is one
 * consistent state: SQLite writes it out while others go on. Then every event of the copy is hashed anew, because a copy
 * that nobody has looked at is a hope. The copy holds the secrets of the log too, and wants to be kept like them.
 */
import { sameHash } from "@peerwork/ledger"
import * as Effect from "effect/Effect"
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, statSync } from "node:fs"
import { CannotOpen, cannotOpen } from "./CannotOpen.ts"
import { keepSecret, writeDurably } from "./DurableFile.ts"
import { logKeyFile } from "./LogKey.ts"
import { makeFolder } from "./MakeFolder.ts"
import { type NextKeys, nextKeysIn } from "./NextKey.ts"
import { openTables } from "./OpenTables.ts"
import { makePrivately, privateFolder } from "./PrivateFile.ts"
import { connectSigner, holdsMemory, lastIn, signerFile } from "./SignerDatabase.ts"
import { treeInFile } from "./TreeInFile.ts"
import { writerLock } from "./WriterLock.ts"

export interface BackedUp {
  readonly origin: string
  /** How many events the copy has, and how many of them were signed. */
  readonly size: number
  readonly signed: number
  /** Whether an app was running beside it. */
  readonly beside: boolean
  /** The files of the next key in the copy, while the log changes its key. */
  readonly nextKeys: ReadonlyArray<string>
  /** Keys that sign the log as well and are not in the copy, because they lie elsewhere. */
  readonly keysElsewhere: ReadonlyArray<string>
}

type Checked = Pick<BackedUp, "origin" | "size" | "signed">

/** Whether somebody writes the log in the folder. */
const isRunning = (folder: string): Effect.Effect<boolean> =>
  Effect.scoped(writerLock(folder)).pipe(Effect.as(false), Effect.catchAll(() => Effect.succeed(true)))

const copyDatabase = (from: string, to: string): void => {
  const db = openTables(from, { timeout: 5000, readOnly: true })
  makePrivately(to)
  try {
    db.prepare("VACUUM INTO ?").run(to)
  } finally {
    db.close()
  }
  const descriptor = openSync(to, "r+")
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** The secrets of a log, which stand in files of their own. */
export const secretFiles = (folder: string): ReadonlyArray<string> => [`${folder}/keys/log-secret`, logKeyFile(folder)]

/** The last head that the memory in the folder knows. */
export const lastSignedIn = (folder: string) => {
  const db = connectSigner(signerFile(folder), true)
  try {
    return lastIn(db)
  } finally {
    db.close()
  }
}

/** The log of a copy, hashed anew, and how far it was signed. Throws `CannotOpen` where it is not what was signed. */
export const checkedCopy = (folder: string): Checked => {
  const file = `${folder}/events.sqlite`
  if (!existsSync(file)) throw cannotOpen("folder", `${folder} holds no copy of a log: events.sqlite is missing`)
  const signed = holdsMemory(folder) ? lastSignedIn(folder) : null
  const db = openTables(file, { timeout: 5000, readOnly: true })
  try {
    const { origin, rootAt, size } = treeInFile(db, file, signed === null ? [] : [signed.size])
    const root = signed === null ? null : rootAt(signed.size)
    if (signed !== null && (root === null || !sameHash(root, signed.root))) {
      throw cannotOpen(
        "damaged",
        `${file} is not the log that was signed: its ${size} events do not lead to the last checkpoint`
      )
    }
    return { origin, size, signed: signed?.size ?? 0 }
  } finally {
    db.close()
  }
}

/** The secrets in the folder. Throws where one is missing or cannot be read: a copy without it opens no log. */
const secretsIn = (folder: string): ReadonlyArray<Buffer> => {
  const [secret = "", key = ""] = secretFiles(folder)
  const due = holdsMemory(folder) ? [secret, key] : [secret]
  return due.map((file) => {
    try {
      return readFileSync(file)
    } catch (cause) {
      throw cannotOpen(
        "folder",
        `${file} cannot be read, so nothing was copied; run this as whoever runs the app`,
        cause
      )
    }
  })
}

/** The next key, as far as it is there: it is one of the secrets, if the log changes its key. */
const takeNextKeys = (folder: string, to: string, note: string): NextKeys => {
  const next = nextKeysIn(folder, note)
  for (const { bytes, file } of next.files) keepSecret(`${to}/keys/${file}`, bytes)
  return next
}

const copyAll = (folder: string, to: string, secrets: ReadonlyArray<Buffer>): Omit<BackedUp, "beside"> => {
  if (holdsMemory(folder)) copyDatabase(signerFile(folder), signerFile(to))
  copyDatabase(`${folder}/events.sqlite`, `${to}/events.sqlite`)
  for (const [at, secret] of secrets.entries()) keepSecret(secretFiles(to)[at] ?? "", secret)
  const { note } = existsSync(signerFile(to)) ? lastSignedIn(to) : { note: "" }
  if (note !== "") writeDurably(`${to}/checkpoint`, note)
  const { elsewhere, files } = takeNextKeys(folder, to, note)
  return { ...checkedCopy(to), nextKeys: files.map(({ file }) => `keys/${file}`), keysElsewhere: elsewhere }
}

/** Copies the data folder to another, which has to be empty or new. */
export const backUp = (folder: string, to: string): Effect.Effect<BackedUp, CannotOpen> =>
  Effect.gen(function*() {
    if (!existsSync(`${folder}/events.sqlite`)) return yield* cannotOpen("folder", `There is no log in ${folder}`)
    const isNew = yield* beginning(() =>
      !existsSync(to) || (statSync(to).isDirectory() && readdirSync(to).length === 0)
    )
    if (!isNew) return yield* cannotOpen("folder", `${to} is there and is not empty; name a folder that is new`)
    const beside = yield* isRunning(folder)
    const secrets = yield* beginning(() => secretsIn(folder))
    yield* making(to)
    return { ...yield* trying(() => copyAll(folder, to, secrets), `${to} is no backup, and can be deleted`), beside }
  })

const attempt = <A>(run: () => A, reason: "folder" | "disk", says: string): Effect.Effect<A, CannotOpen> =>
  Effect.try({
    try: run,
    catch: (error) =>
      error instanceof CannotOpen
        ? error
        : cannotOpen(reason, `${says}: ${error instanceof Error ? error.message : String(error)}`, error)
  })

/** Makes the folder that somebody named, or says that it cannot be. */
export const making = (folder: string): Effect.Effect<void, CannotOpen> =>
  attempt(() => makeFolder(folder, privateFolder), "folder", `The folder ${folder} cannot be made; name another one`)

/** Runs what comes before anything is written; an error of the system is about the folder then. */
export const beginning = <A>(run: () => A): Effect.Effect<A, CannotOpen> => attempt(run, "folder", "It did not work")

/** Runs what throws `CannotOpen` or an error of the system, which is about the disk. */
export const trying = <A>(run: () => A, says = "It did not work"): Effect.Effect<A, CannotOpen> =>
  attempt(run, "disk", says)
