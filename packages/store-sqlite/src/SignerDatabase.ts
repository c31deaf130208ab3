/**
 * What a signer remembers, in an SQLite file of its own: `signer.db`.
 *
 * It holds the newest head that was signed, every note that was published, and every cosignature that came back. The
 * first is changed by compare-and-set and the others only grow. Every commit waits for the disk. The file is kept apart
 * from the log, is never restored from an older copy of itself, and can be read while the app runs.
 */
import { emptyRoot } from "@peerwork/ledger"
import { type SignedHead, type SignerState, SignerStateUnknown } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { existsSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { cannotOpen } from "./CannotOpen.ts"
import { foreignIn } from "./ForeignObjects.ts"
import { openTables } from "./OpenTables.ts"
import { bytes, text, whole } from "./PreparedStatements.ts"
import { makePrivately } from "./PrivateFile.ts"
import { valueOf } from "./SqliteConnection.ts"
import { appendOnly } from "./SqliteSchema.ts"

export const signerFile = (folder: string): string => `${folder}/signer.db`

const version = 1

/** What SQLite says of a file that is none of its own. */
const notADatabase = 26

const tables: ReadonlyArray<string> = [
  `CREATE TABLE log (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     origin TEXT NOT NULL
   ) STRICT`,
  `CREATE TABLE last (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     size INTEGER NOT NULL,
     root BLOB NOT NULL CHECK (length(root) = 32),
     note TEXT NOT NULL,
     time INTEGER NOT NULL
   ) STRICT`,
  `CREATE TABLE signed (
     size INTEGER PRIMARY KEY,
     root BLOB NOT NULL CHECK (length(root) = 32),
     note TEXT NOT NULL,
     time INTEGER NOT NULL
   ) STRICT`,
  `CREATE TABLE cosignatures (
     size INTEGER NOT NULL REFERENCES signed,
     witness TEXT NOT NULL,
     time INTEGER NOT NULL,
     line TEXT NOT NULL,
     PRIMARY KEY (size, witness, time)
   ) STRICT`,
  ...["log", "signed", "cosignatures"].flatMap((table) => appendOnly(table, "what was signed is never changed")),
  "CREATE TRIGGER last_refuse_delete BEFORE DELETE ON last BEGIN SELECT RAISE(ABORT, 'the last is never forgotten'); END"
]

/** Runs what reads the file. What SQLite says then is said of the file, and is about no disk. */
const speaking = <A>(file: string, read: () => A): A => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Error) || (error as { readonly errcode?: unknown }).errcode !== notADatabase) throw error
    throw cannotOpen("damaged", `${file} is not the memory of a signer: ${error.message}`, error)
  }
}

/** Refuses what is not of this version's making. What a later build has written is refused as that, by whoever asks. */
const ownTables = (db: DatabaseSync, file: string): void => {
  try {
    const foreign = isNewer(db) ? null : foreignIn(db, file, tables)
    if (foreign !== null) throw foreign
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens the file, with every commit on the disk before it is answered. Throws `CannotOpen` where something in it is
 * foreign.
 */
export const connectSigner = (file: string, readOnly = false): DatabaseSync => {
  if (!readOnly) makePrivately(file)
  const db = speaking(file, () => openTables(file, { timeout: 5000, readOnly, enableForeignKeyConstraints: true }))
  ownTables(db, file)
  if (!readOnly) {
    for (const setting of ["journal_mode = DELETE", "synchronous = FULL", "recursive_triggers = ON"]) {
      db.exec(`PRAGMA ${setting}`)
    }
  }
  return db
}

/** Whether the file holds a signer's memory; an empty one was left by a start that did not come to its end. */
export const holdsMemory = (folder: string): boolean => {
  if (!existsSync(signerFile(folder))) return false
  const db = new DatabaseSync(signerFile(folder), { timeout: 5000 })
  try {
    return speaking(signerFile(folder), () => valueOf(db, "PRAGMA user_version") !== 0)
  } finally {
    db.close()
  }
}

/** Whether a later build has written the file. */
export const isNewer = (db: DatabaseSync): boolean => Number(valueOf(db, "PRAGMA user_version")) > version

/** Makes the tables, and remembers this head; that of the empty tree, unless another is known. */
export const createMemory = (db: DatabaseSync, origin: string, last: SignedHead = nothingSigned): void => {
  db.exec("BEGIN IMMEDIATE")
  for (const statement of tables) db.exec(statement)
  db.prepare("INSERT INTO log (one, origin) VALUES (1, ?)").run(origin)
  db.prepare("INSERT INTO last (one, size, root, note, time) VALUES (1, ?, ?, ?, ?)").run(
    last.size,
    last.root,
    last.note,
    last.time
  )
  if (last.size > 0) insertSigned(db, last)
  db.exec(`PRAGMA user_version = ${version}`)
  db.exec("COMMIT")
}

/** Before anything was signed. */
const nothingSigned: SignedHead = { size: 0, root: emptyRoot, note: "", time: 0 }

const insertSigned = (db: DatabaseSync, { note, root, size, time }: SignedHead): void => {
  db.prepare("INSERT INTO signed (size, root, note, time) VALUES (?, ?, ?, ?)").run(size, root, note, time)
}

/** Whose memory it is. */
export const originIn = (db: DatabaseSync): string => String(valueOf(db, "SELECT origin FROM log"))

export const headIn = (row: ReturnType<ReturnType<DatabaseSync["prepare"]>["all"]>[number]): SignedHead => ({
  size: whole(row, "size"),
  root: bytes(row, "root"),
  note: text(row, "note"),
  time: whole(row, "time")
})

/** The newest head in the memory. */
export const lastIn = (db: DatabaseSync): SignedHead => {
  const row = db.prepare("SELECT size, root, note, time FROM last").get()
  if (row === undefined) throw new TypeError("The memory of the signer has no last head")
  return headIn(row)
}

const advance = (db: DatabaseSync, from: SignedHead, to: SignedHead): boolean => {
  db.exec("BEGIN IMMEDIATE")
  try {
    const { changes } = db.prepare(
      "UPDATE last SET size = ?, root = ?, note = ?, time = ? WHERE one = 1 AND size = ? AND root = ? AND time = ?"
    ).run(to.size, to.root, to.note, to.time, from.size, from.root, from.time)
    const isKept = Number(changes) === 1
    if (isKept) insertSigned(db, to)
    db.exec("COMMIT")
    return isKept
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK")
    throw error
  }
}

/** Remembers a head that was signed and found elsewhere, if it is newer. Throws where the two contradict each other. */
export const rememberNewer = (db: DatabaseSync, head: SignedHead): void => {
  const last = lastIn(db)
  if (head.size === last.size && Buffer.compare(head.root, last.root) !== 0) {
    throw cannotOpen(
      "damaged",
      `Two checkpoints over ${head.size} events contradict each other; stop, and ask who signed`
    )
  }
  if (head.size > last.size) advance(db, last, head)
}

const attempt = <A>(run: () => A): Effect.Effect<A, SignerStateUnknown> =>
  Effect.try({ try: run, catch: (cause) => new SignerStateUnknown({ cause }) })

/** The memory as a signer uses it. */
export const signerStateIn = (db: DatabaseSync): SignerState => ({
  last: attempt(() => lastIn(db)),
  advance: (from, to) => attempt(() => advance(db, from, to))
})
