/**
 * A witness in one SQLite file: its key, the logs that it watches, the checkpoint of each that it cosigned last, and
 * every request that it refused.
 *
 * It judges and remembers in one transaction, and the disk has the new checkpoint before anybody gets the signature. If
 * the answer is lost, the same checkpoint is cosigned again, whatever the log thinks was seen before, and no older one.
 */
import {
  cosign,
  type CosigningRefused,
  formatSignerKey,
  judgeWitnessRequest,
  keyTypes,
  parseSignerKey,
  parseVerifierKey,
  parseWitnessRequest,
  sameHash,
  type SignerKey,
  signerKey,
  type TreeHead,
  type VerifierKey
} from "@peerwork/ledger"
import { makePrivately } from "@peerwork/store-sqlite"
import { randomBytes } from "node:crypto"
import { DatabaseSync } from "node:sqlite"
import { CannotGoOn } from "../SubCommand.ts"
import { claimIn } from "../verify/NotesCheck.ts"

const tables = `
  CREATE TABLE IF NOT EXISTS key (one INTEGER PRIMARY KEY CHECK (one = 1), secret TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS logs (key TEXT PRIMARY KEY, origin TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS last (
    origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL CHECK (length(root) = 32), time INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS refused (
    number INTEGER PRIMARY KEY, time INTEGER NOT NULL, status INTEGER NOT NULL, because TEXT NOT NULL, request BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS last_refuse_smaller BEFORE UPDATE ON last WHEN new.size < old.size
    BEGIN SELECT RAISE(ABORT, 'a witness does not go back'); END;
  CREATE TRIGGER IF NOT EXISTS last_refuse_delete BEFORE DELETE ON last
    BEGIN SELECT RAISE(ABORT, 'a witness does not forget'); END;
  CREATE TRIGGER IF NOT EXISTS refused_refuse_delete BEFORE DELETE ON refused
    BEGIN SELECT RAISE(ABORT, 'what was refused is evidence'); END;
`

/** Refuses a database that is somebody else's: nothing of a witness may be written into a log. */
const ownOrNew = (db: DatabaseSync): void => {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all().map(({ name }) => String(name))
  if (names.length > 0 && !names.includes("refused")) throw new Error(`it holds ${names.join(", ")}`)
}

/** Opens the file of a witness, or makes it. Every commit waits for the disk. */
export const openWitness = (file: string): DatabaseSync => {
  makePrivately(file)
  try {
    const db = new DatabaseSync(file, { timeout: 5000 })
    ownOrNew(db)
    db.exec("PRAGMA journal_mode = DELETE")
    db.exec("PRAGMA synchronous = FULL")
    db.exec(tables)
    return db
  } catch (error) {
    throw new CannotGoOn(`${file} is not the file of a witness: ${(error as Error).message}`)
  }
}

/** The key of the witness; null before it has one. */
export const witnessKey = (db: DatabaseSync): SignerKey | null => {
  const row = db.prepare("SELECT secret FROM key").get()
  const key = row === undefined ? null : parseSignerKey(String(row["secret"]))
  if (key?._tag === "Malformed") throw new TypeError(`The key of this witness is damaged: ${key.because}`)
  return key
}

/** Draws the key of the witness, once. */
export const drawWitnessKey = (db: DatabaseSync, name: string): SignerKey => {
  const key = signerKey(name, keyTypes.cosignature, randomBytes(32))
  db.prepare("INSERT INTO key (one, secret) VALUES (1, ?)").run(formatSignerKey(key))
  return key
}

/** Watches a log from now on, by its key. */
export const watchLog = (db: DatabaseSync, key: string, origin: string): void => {
  db.prepare("INSERT OR IGNORE INTO logs (key, origin) VALUES (?, ?)").run(key, origin)
}

const keysOf = (db: DatabaseSync, origin: string): ReadonlyArray<VerifierKey> =>
  db.prepare("SELECT key FROM logs WHERE origin = ?").all(origin)
    .map((row) => parseVerifierKey(String(row["key"])))
    .filter((key) => key._tag === "VerifierKey")

const lastOf = (db: DatabaseSync, origin: string): TreeHead | null => {
  const row = db.prepare("SELECT size, root FROM last WHERE origin = ?").get(origin)
  return row === undefined ? null : { origin, size: Number(row["size"]), root: row["root"] as Uint8Array }
}

interface Beyond {
  readonly fit: CosigningRefused
  readonly head: TreeHead
}

export type Answered =
  | { readonly _tag: "Cosigned"; readonly origin: string; readonly size: number; readonly text: string }
  | { readonly _tag: "Refused"; readonly status: number; readonly because: string; readonly text: string }

/** A refusal as the log reads it. The size is that of the checkpoint that the witness saw last. */
const refusal = (
  db: DatabaseSync,
  request: Uint8Array,
  now: number,
  status: number,
  because: string,
  size: number | null
) => {
  // A log that is behind asks again; everything else may be the only trace of another history
  if (status !== 409) {
    db.prepare("INSERT INTO refused (time, status, because, request) VALUES (?, ?, ?, ?)").run(
      now,
      status,
      because,
      request
    )
  }
  const text = `refused ${status}${size === null ? "" : ` size ${size}`}: ${because}\n`
  return { _tag: "Refused" as const, status, because, text }
}

/** Why a checkpoint over as many events as the last one is the trace of a second history. */
const twoHistories = (size: number): string =>
  `two histories were signed: this witness saw another root over ${size} events`

/** A checkpoint that the log has signed and that does not fit what was seen: the same again, another one, or an older. */
const beyond = (db: DatabaseSync, key: SignerKey, request: Uint8Array, now: number, asked: Beyond): Answered => {
  const { fit, head } = asked
  const last = lastOf(db, head.origin)
  if (last === null) return refusal(db, request, now, fit.status, fit.because, fit.latestSize)
  if (head.size === last.size) {
    return sameHash(head.root, last.root)
      ? cosigned(db, key, last, now)
      : refusal(db, request, now, 422, twoHistories(last.size), null)
  }
  const refused = refusal(db, request, now, fit.status, fit.because, fit.latestSize)
  // What was seen is signed once more, so that nothing is lost with an answer that was
  return fit.status === 409 ? { ...refused, text: refused.text + cosign(last, key, now) } : refused
}

const cosigned = (db: DatabaseSync, key: SignerKey, { origin, root, size }: TreeHead, now: number): Answered => {
  db.prepare(
    `INSERT INTO last (origin, size, root, time) VALUES (?, ?, ?, ?)
     ON CONFLICT (origin) DO UPDATE SET size = excluded.size, root = excluded.root, time = excluded.time`
  ).run(origin, size, root, now)
  return { _tag: "Cosigned", origin, size, text: cosign({ origin, root, size }, key, now) }
}

const judged = (db: DatabaseSync, key: SignerKey, request: Uint8Array, now: number): Answered => {
  const parsed = parseWitnessRequest(request)
  if (parsed._tag === "Malformed") return refusal(db, request, now, 400, parsed.because, null)
  const fit = judgeWitnessRequest(parsed, {
    keysOf: (origin) => keysOf(db, origin),
    lastOf: (origin) => lastOf(db, origin)
  })
  if (fit._tag === "FitToCosign") return cosigned(db, key, fit.checkpoint, now)
  // Before these two the log has signed what it asks about
  const isSigned = fit.status === 409 || fit.status === 422
  const claim = claimIn(parsed.checkpoint)
  return isSigned && claim._tag === "Checkpoint"
    ? beyond(db, key, request, now, { fit, head: claim })
    : refusal(db, request, now, fit.status, fit.because, fit.latestSize)
}

/** Answers a request, at a time in seconds since 1970. */
export const answerRequest = (db: DatabaseSync, key: SignerKey, request: Uint8Array, now: number): Answered => {
  db.exec("BEGIN IMMEDIATE")
  try {
    const answered = judged(db, key, request, now)
    db.exec("COMMIT")
    return answered
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK")
    throw error
  }
}

export interface Seen {
  readonly origin: string
  readonly key: string
  readonly size: number | null
  readonly root: string | null
  readonly time: number | null
}

/** Every log that is watched, with what was seen of it last. */
export const seenLogs = (db: DatabaseSync): ReadonlyArray<Seen> =>
  db.prepare("SELECT origin, key, size, root, time FROM logs LEFT JOIN last USING (origin) ORDER BY origin, key").all()
    .map((row) => ({
      origin: String(row["origin"]),
      key: String(row["key"]),
      size: typeof row["size"] === "number" ? row["size"] : null,
      root: row["root"] instanceof Uint8Array ? Buffer.from(row["root"]).toString("base64") : null,
      time: typeof row["time"] === "number" ? row["time"] : null
    }))

export interface Kept {
  readonly number: number
  readonly time: number
  readonly status: number
  readonly because: string
}

/** Every request that was refused and kept. */
export const refusedRequests = (db: DatabaseSync): ReadonlyArray<Kept> =>
  db.prepare("SELECT number, time, status, because FROM refused ORDER BY number").all().map((row) => ({
    number: Number(row["number"]),
    time: Number(row["time"]),
    status: Number(row["status"]),
    because: String(row["because"])
  }))

/** A refused request as it came; null where there is none of this number. */
export const refusedRequest = (db: DatabaseSync, number: number): Uint8Array | null => {
  const row = db.prepare("SELECT request FROM refused WHERE number = ?").get(number)
  return row === undefined ? null : row["request"] as Uint8Array
}
