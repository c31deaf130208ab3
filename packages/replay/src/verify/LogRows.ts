/**
 * The rows of a log's file, as whoever mistrusts them reads them: texts by their bytes, numbers whole or not at all.
 */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite"

/** A number that no column of a log can hold; it is unlike every other. */
const noNumber = Number.NaN

const whole = (value: SQLOutputValue | undefined): number => {
  const number = typeof value === "bigint" ? Number(value) : noNumber
  return Number.isSafeInteger(number) ? number : noNumber
}

const bytes = (value: SQLOutputValue | undefined): Buffer =>
  value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.alloc(0)

const text = (value: SQLOutputValue | undefined): string => bytes(value).toString()

export interface LogRow {
  readonly one: number
  readonly origin: string
}

export interface CommitRow {
  readonly first: number
  readonly last: number
  readonly commandId: string
  readonly recordedAt: string
  readonly size: number
  readonly root: Buffer
  readonly frontier: Buffer
}

export interface EventRow {
  readonly position: number
  readonly first: number
  readonly stream: number
  readonly version: number
  readonly type: string
  readonly schemaVersion: number
  readonly leaf: Buffer
}

export interface TagRow {
  readonly position: number
  readonly tag: string
}

export interface TileRow {
  readonly level: number
  readonly place: number
}

type Row = Record<string, SQLOutputValue>

function* rowsOf<A>(db: DatabaseSync, sql: string, read: (row: Row) => A): Generator<A> {
  const statement = db.prepare(sql)
  statement.setReadBigInts(true)
  for (const row of statement.iterate()) yield read(row)
}

export const logRows = (db: DatabaseSync): ReadonlyArray<LogRow> => [
  ...rowsOf(db, "SELECT one, CAST(origin AS BLOB) AS origin FROM log ORDER BY one", (row) => ({
    one: whole(row["one"]),
    origin: text(row["origin"])
  }))
]

export const streamRows = (db: DatabaseSync): ReadonlyMap<number, string> =>
  new Map(
    rowsOf(
      db,
      "SELECT stream, CAST(name AS BLOB) AS name FROM streams ORDER BY stream",
      (row) => [whole(row["stream"]), text(row["name"])] as const
    )
  )

export const commitRows = (db: DatabaseSync): Generator<CommitRow> =>
  rowsOf(
    db,
    `SELECT first, last, CAST(command_id AS BLOB) AS command_id, CAST(recorded_at AS BLOB) AS recorded_at, size, root,
       frontier FROM commits ORDER BY first`,
    (row) => ({
      first: whole(row["first"]),
      last: whole(row["last"]),
      commandId: text(row["command_id"]),
      recordedAt: text(row["recorded_at"]),
      size: whole(row["size"]),
      root: bytes(row["root"]),
      frontier: bytes(row["frontier"])
    })
  )

export const eventRows = (db: DatabaseSync): Generator<EventRow> =>
  rowsOf(
    db,
    `SELECT position, first, stream, version, CAST(type AS BLOB) AS type, schema_version,
       CAST(envelope AS BLOB) AS leaf FROM events ORDER BY position`,
    (row) => ({
      position: whole(row["position"]),
      first: whole(row["first"]),
      stream: whole(row["stream"]),
      version: whole(row["version"]),
      type: text(row["type"]),
      schemaVersion: whole(row["schema_version"]),
      leaf: bytes(row["leaf"])
    })
  )

export const tagRows = (db: DatabaseSync): Generator<TagRow> =>
  rowsOf(
    db,
    "SELECT position, CAST(tag AS BLOB) AS tag FROM tags ORDER BY position, tag",
    (row) => ({ position: whole(row["position"]), tag: text(row["tag"]) })
  )

export const tileRows = (db: DatabaseSync): Generator<TileRow> =>
  rowsOf(db, "SELECT level, place FROM tiles ORDER BY level, place", (row) => ({
    level: whole(row["level"]),
    place: whole(row["place"])
  }))

/** The hashes of the tiles under a place; more than one where the file was tampered with. */
export const tileReader = (db: DatabaseSync) => {
  const statement = db.prepare("SELECT hashes FROM tiles WHERE level = ? AND place = ?")
  return (level: number, place: number): ReadonlyArray<Buffer> =>
    statement.all(level, place).map((row) => bytes(row["hashes"]))
}

export const eventCount = (db: DatabaseSync): number =>
  Number(db.prepare("SELECT count(*) AS n FROM events").get()?.["n"])

/** Rows in ascending order, of which each is looked at once. */
export const walking = <A>(rows: Iterator<A>) => {
  let next = rows.next()
  return {
    /** The rows at the front for which the test holds. */
    takeWhile: (test: (row: A) => boolean): ReadonlyArray<A> => {
      const taken: Array<A> = []
      while (next.done !== true && test(next.value)) {
        taken.push(next.value)
        next = rows.next()
      }
      return taken
    }
  }
}
