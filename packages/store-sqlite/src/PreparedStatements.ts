/**
 * Prepared statements: every text is compiled once per connection.
 *
 * The fixed ones are prepared when the connection opens. Queries have as many texts as there are shapes of query, which
 * is few; should there be many, the cache begins again rather than grow without end.
 */
import { isPosition } from "@peerwork/store"
import type { Position } from "@peerwork/store"
import type { DatabaseSync, StatementSync } from "node:sqlite"
import type { BoundSql } from "./SqliteQuery.ts"

const mostShapes = 500

type Row = ReturnType<StatementSync["all"]>[number]

const wrongColumn = (name: string | number): never => {
  throw new TypeError(`The column ${name} holds another type than it was made for`)
}

/** The text in a column, by name or, in the answer to a query, by number. */
export const text = (row: Row, name: string | number): string => {
  const value = row[name]
  return typeof value === "string" ? value : wrongColumn(name)
}

/** The whole number in a column. */
export const whole = (row: Row, name: string | number): number => {
  const value = row[name]
  return typeof value === "number" ? value : wrongColumn(name)
}

/** The place in the log in a column. */
export const position = (row: Row, name: string | number): Position => {
  const value = whole(row, name)
  return isPosition(value) ? value : wrongColumn(name)
}

/** The bytes in a column. */
export const bytes = (row: Row, name: string | number): Uint8Array => {
  const value = row[name]
  return value instanceof Uint8Array ? value : wrongColumn(name)
}

/** The fixed statements of a log. */
export const prepare = (db: DatabaseSync) => ({
  begin: db.prepare("BEGIN IMMEDIATE"),
  commit: db.prepare("COMMIT"),
  rollback: db.prepare("ROLLBACK"),
  head: db.prepare("SELECT coalesce(max(position), 0) AS head FROM events"),
  newestCommit: db.prepare("SELECT last, recorded_at, size, root, frontier FROM commits ORDER BY first DESC LIMIT 1"),
  commitOf: db.prepare("SELECT * FROM commits WHERE command_id = ?"),
  streamEnd: db.prepare(
    `SELECT version, envelope FROM events WHERE stream = (SELECT stream FROM streams WHERE name = ?)
     ORDER BY version DESC LIMIT 1`
  ),
  insertCommit: db.prepare(
    `INSERT INTO commits (first, last, command_id, fingerprint, recorded_at, size, root, frontier, metadata)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  ),
  insertTile: db.prepare("INSERT INTO tiles (level, place, hashes) VALUES (?, ?, ?)"),
  tile: db.prepare("SELECT hashes FROM tiles WHERE level = ? AND place = ?"),
  leavesAfter: db.prepare("SELECT envelope FROM events WHERE position > ? AND position <= ? ORDER BY position"),
  insertStream: db.prepare("INSERT INTO streams (name) VALUES (?)"),
  insertEvent: db.prepare(
    `INSERT INTO events (position, first, stream, version, type, schema_version, envelope)
     VALUES (?, ?, (SELECT stream FROM streams WHERE name = ?), ?, ?, ?, ?)`
  ),
  insertTag: db.prepare("INSERT INTO tags (tag, position) VALUES (?, ?)"),
  insertPersonal: db.prepare("INSERT INTO personal (event_id, name, subject, class, value) VALUES (?, ?, ?, ?, ?)"),
  insertLookup: db.prepare("INSERT OR IGNORE INTO lookups (kind, value, subject, position) VALUES (?, ?, ?, ?)"),
  personalOf: db.prepare(
    `SELECT personal.* FROM json_each(?) AS wanted CROSS JOIN personal ON event_id = wanted.value
     ORDER BY wanted.key, name`
  ),
  subjectsOf: db.prepare(
    `SELECT subject, position FROM lookups AS this
     WHERE kind = ? AND value = ? AND position <= ? AND NOT EXISTS (
       SELECT 1 FROM lookups AS later WHERE later.subject = this.subject AND later.kind = this.kind
       AND later.position > this.position AND later.position <= ?)
     ORDER BY position, subject`
  )
})

export type Statements = ReturnType<typeof prepare>

/** Answers queries with rows as arrays, preparing each shape once. */
export const queries = (db: DatabaseSync) => {
  const prepared = new Map<string, StatementSync>()
  return ({ sql, values }: BoundSql): ReadonlyArray<Row> => {
    let statement = prepared.get(sql)
    if (statement === undefined) {
      if (prepared.size >= mostShapes) prepared.clear()
      statement = db.prepare(sql)
      statement.setReturnArrays(true)
      prepared.set(sql, statement)
    }
    return statement.all(...values)
  }
}

export type Queries = ReturnType<typeof queries>
