/**
 * The notes that a log has published, with the cosignatures that came back: what a reader gets, and what is packed.
 *
 * A witness that saw one checkpoint often has many lines under it. Published are its first, which says since when the
 * events are there, and its newest.
 */
import { existsSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { text, whole } from "./PreparedStatements.ts"
import { connectSigner, headIn, signerFile } from "./SignerDatabase.ts"

/** A cosignature as it came back. */
export interface Cosigned {
  readonly size: number
  /** The name of the witness in the policy of the log. */
  readonly witness: string
  /** In seconds since 1970. */
  readonly time: number
  /** The line with its end. */
  readonly line: string
}

export interface PublishedNote {
  readonly size: number
  readonly root: Uint8Array
  /** The signed note, with the lines of witnesses behind that of the log. */
  readonly note: string
  /** When the log signed it, in milliseconds since 1970. */
  readonly time: number
  readonly cosigned: ReadonlyArray<Cosigned>
}

const cosignedIn = (db: DatabaseSync, size: number): ReadonlyArray<Cosigned> =>
  db.prepare("SELECT size, witness, time, line FROM cosignatures WHERE size = ? ORDER BY witness, time").all(size).map(
    (row) => ({
      size: whole(row, "size"),
      witness: text(row, "witness"),
      time: whole(row, "time"),
      line: text(row, "line")
    })
  )

/** The first and the newest line of each witness. */
const shown = (cosigned: ReadonlyArray<Cosigned>): ReadonlyArray<Cosigned> =>
  cosigned.filter(({ witness }, at) => cosigned[at - 1]?.witness !== witness || cosigned[at + 1]?.witness !== witness)

const withLines = (db: DatabaseSync, head: ReturnType<typeof headIn>): PublishedNote => {
  const cosigned = shown(cosignedIn(db, head.size))
  return { ...head, note: head.note + cosigned.map(({ line }) => line).join(""), cosigned }
}

/** The note over this size; null where none was signed. */
export const noteAt = (db: DatabaseSync, size: number): PublishedNote | null => {
  const row = db.prepare("SELECT size, root, note, time FROM signed WHERE size = ?").get(size)
  return row === undefined ? null : withLines(db, headIn(row))
}

/** When the log was signed for the first time, in milliseconds since 1970; null before that. */
export const firstSignedAt = (db: DatabaseSync): number | null => {
  const row = db.prepare("SELECT time FROM signed ORDER BY size LIMIT 1").get()
  return row === undefined ? null : whole(row, "time")
}

/** The newest notes, the newest first. */
export const newestNotes = (db: DatabaseSync, most: number): ReadonlyArray<PublishedNote> =>
  db.prepare("SELECT size, root, note, time FROM signed ORDER BY size DESC LIMIT ?").all(most)
    .map((row) => withLines(db, headIn(row)))

/** The newest notes that any witness has cosigned, the newest first. */
export const newestCosigned = (db: DatabaseSync, most: number): ReadonlyArray<PublishedNote> =>
  db.prepare(
    `SELECT size, root, note, time FROM signed WHERE size IN (SELECT size FROM cosignatures)
     ORDER BY size DESC LIMIT ?`
  ).all(most).map((row) => withLines(db, headIn(row)))

/** The newest checkpoint that this witness has cosigned; null before the first. */
export const lastCosigned = (db: DatabaseSync, witness: string): Cosigned | null => {
  const row = db.prepare("SELECT max(size) AS size FROM cosignatures WHERE witness = ?").get(witness)
  const size = row?.["size"]
  return typeof size === "number" ? cosignedIn(db, size).findLast((each) => each.witness === witness) ?? null : null
}

/** Keeps a cosignature; the same one again is the same. */
export const keepCosignature = (db: DatabaseSync, { line, size, time, witness }: Cosigned): void => {
  db.prepare("INSERT OR IGNORE INTO cosignatures (size, witness, time, line) VALUES (?, ?, ?, ?)").run(
    size,
    witness,
    time,
    line
  )
}

/** Every note that the log in the folder has published, the smallest size first. Reads beside a running app. */
export const publishedNotes = (folder: string): ReadonlyArray<PublishedNote> => {
  if (!existsSync(signerFile(folder))) return []
  const db = connectSigner(signerFile(folder), true)
  try {
    return db.prepare("SELECT size, root, note, time FROM signed ORDER BY size").all()
      .map((row) => withLines(db, headIn(row)))
  } finally {
    db.close()
  }
}
