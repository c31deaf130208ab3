/**
 * Putting a copy of the log in the place of the log, without taking back what was signed.
 *
 * The memory of the signer stays as it is: it never becomes older. So where events were signed that the copy does not
 * have, they are missing afterwards, and the app does not start until they are back (see `MissingLeaves`). Only where
 * there is no memory left is that of the copy taken, and then the newest checkpoint that anybody else holds has to be
 * given, because the copy may be older than what the world has seen. What was replaced is put aside, not deleted.
 */
import { longestNote, openNote, parseCheckpoint, sameHash, type SignerKey } from "@peerwork/ledger"
import type { SignedHead } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from "node:fs"
import { checkedCopy, lastSignedIn, making, secretFiles, trying } from "./BackUp.ts"
import { type CannotOpen, cannotOpen } from "./CannotOpen.ts"
import { copyDurably, keepSecret } from "./DurableFile.ts"
import { readLogKey } from "./LogKey.ts"
import { otherSchemaIn } from "./Migrating.ts"
import { nextKeysIn } from "./NextKey.ts"
import { openTables } from "./OpenTables.ts"
import { privateFolder } from "./PrivateFile.ts"
import { readShared } from "./SharedFolder.ts"
import { connectSigner, holdsMemory, isNewer, lastIn, originIn, rememberNewer, signerFile } from "./SignerDatabase.ts"
import { treeInFile } from "./TreeInFile.ts"
import { writerLock } from "./WriterLock.ts"

/** How the log stands against what was signed. */
export interface Standing {
  readonly origin: string
  readonly size: number
  readonly signed: number
  /** The events that were signed and are not there; null where none is missing. */
  readonly missing: readonly [first: number, last: number] | null
  /** Whether the events that are there are the ones that were signed, as far as that can be told. */
  readonly isSame: boolean
}

/** The log in the folder against the memory of its signer. */
export const standingOf = (folder: string): Standing => {
  const last = lastSignedIn(folder)
  const file = `${folder}/events.sqlite`
  const db = openTables(file, { timeout: 5000, readOnly: true })
  try {
    const { origin, rootAt, size } = treeInFile(db, file, [last.size])
    const root = rootAt(last.size)
    return {
      origin,
      size,
      signed: last.size,
      missing: size < last.size ? [size + 1, last.size] : null,
      isSame: size < last.size || root !== null && sameHash(root, last.root)
    }
  } finally {
    db.close()
  }
}

/** The text of a checkpoint that somebody named. It comes from outside: a pipe is not waited for, nor any length read. */
const noteIn = (file: string): string => {
  const bytes = readShared(realpathSync(file), longestNote + 1)
  if (bytes === null) throw cannotOpen("folder", `The checkpoint ${file} (--newest) is no file`)
  if (bytes.length <= longestNote) return bytes.toString("utf8")
  throw cannotOpen("folder", `The checkpoint ${file} (--newest) is longer than ${longestNote} bytes, so it is none`)
}

/** The checkpoint in a note that the key of the log has signed. */
const headOf = (note: string, { verifier }: SignerKey, file: string): SignedHead => {
  const opened = openNote(note, [verifier])
  if (opened._tag !== "OpenedNote") {
    throw cannotOpen("damaged", `${file} is no checkpoint of this log: ${opened.because}`)
  }
  const checkpoint = parseCheckpoint(opened.text)
  if (checkpoint._tag === "Malformed") throw cannotOpen("damaged", `${file}: ${checkpoint.because}`)
  const [signature] = opened.signatures
  return {
    size: checkpoint.size,
    root: checkpoint.root,
    note: `${opened.text}\n${signature?.line ?? ""}`,
    time: Date.now()
  }
}

const advanceTo = (file: string, head: SignedHead, from: string): void => {
  const db = connectSigner(file)
  try {
    if (isNewer(db)) throw cannotOpen("newer schema", `A newer Peerwork has written ${from}; restore with that version`)
    rememberNewer(db, head)
  } finally {
    db.close()
  }
}

/** The memory of the copy, brought up to the newest checkpoint that somebody holds. */
const takeMemory = (copy: string, folder: string, newest: string | null): void => {
  if (newest === null) {
    throw cannotOpen(
      "log without keys",
      `${folder} has lost signer.db. Name the newest checkpoint that anybody holds, a witness, an export or a receipt, ` +
        `with --newest; if it is certain that nobody holds a newer one than the copy, ${copy}/checkpoint`
    )
  }
  if (!holdsMemory(copy)) throw cannotOpen("folder", `${copy} holds no signer.db`)
  const key = readLogKey(copy)
  if (key === null || key._tag === "Malformed") throw cannotOpen("log without keys", `${copy} holds no keys/log-key`)
  const head = headOf(noteIn(newest), key, newest)
  const taken = `${signerFile(folder)}.new`
  copyDurably(signerFile(copy), taken)
  try {
    advanceTo(taken, head, signerFile(copy))
  } catch (error) {
    rmSync(taken, { force: true })
    throw error
  }
  renameSync(taken, signerFile(folder))
}

const ofOneLog = (folder: string, origin: string): void => {
  const db = connectSigner(signerFile(folder), true)
  try {
    if (originIn(db) !== origin) {
      throw cannotOpen("origin", `The copy is of ${origin}, and ${folder} is signed as ${originIn(db)}`)
    }
    lastIn(db)
  } finally {
    db.close()
  }
}

/** Whatever is in the file of the copy is in the log afterwards, and runs with what the app does. */
const refusePlanted = (file: string): void => {
  const db = openTables(file, { timeout: 5000, readOnly: true })
  try {
    const other = otherSchemaIn(db, file)
    if (other !== null) throw other
  } finally {
    db.close()
  }
}

const putAside = (folder: string): string | null => {
  if (!existsSync(`${folder}/events.sqlite`)) return null
  const aside = `${folder}/replaced-${new Date().toISOString().replaceAll(/[-:.]/g, "")}`
  mkdirSync(aside, { mode: privateFolder })
  for (const end of ["", "-wal", "-shm"]) {
    if (existsSync(`${folder}/events.sqlite${end}`)) {
      renameSync(`${folder}/events.sqlite${end}`, `${aside}/events.sqlite${end}`)
    }
  }
  return aside
}

export interface Restored extends Standing {
  /** Where the log that was there before is now. */
  readonly aside: string | null
}

const replace = (copy: string, folder: string, newest: string | null): Restored => {
  const { origin } = checkedCopy(copy)
  refusePlanted(`${copy}/events.sqlite`)
  if (!holdsMemory(folder)) takeMemory(copy, folder, newest)
  ofOneLog(folder, origin)
  const aside = putAside(folder)
  copyDurably(`${copy}/events.sqlite`, `${folder}/events.sqlite`)
  for (const [at, file] of secretFiles(folder).entries()) {
    const kept = secretFiles(copy)[at] ?? ""
    if (!existsSync(file) && existsSync(kept)) keepSecret(file, readFileSync(kept))
  }
  for (const { bytes, file } of nextKeysIn(copy, lastSignedIn(folder).note).files) {
    if (!existsSync(`${folder}/keys/${file}`)) keepSecret(`${folder}/keys/${file}`, bytes)
  }
  return { ...standingOf(folder), aside }
}

/** Puts the copy in the place of the log, while nobody writes it. */
export const restore = (
  copy: string,
  folder: string,
  newest: string | null
): Effect.Effect<Restored, CannotOpen> =>
  Effect.scoped(Effect.gen(function*() {
    yield* making(folder)
    yield* writerLock(folder)
    return yield* trying(() => replace(copy, folder, newest))
  }))
