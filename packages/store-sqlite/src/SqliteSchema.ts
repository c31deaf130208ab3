/**
 * The tables of a log, as numbered steps that only ever grow in number.
 *
 * `commits`, `streams`, `events`, `tags` and `tiles` are the log: they are written once and refuse to be changed. `personal` and
 * `lookups` stand beside it, and erasing a person deletes from them. Columns of `events` repeat what must be found by
 * query; the envelope is the evidence. A step that was released is never edited: its checksum stands in the file.
 */
import { createHash } from "node:crypto"

/** One step from a schema version to the next. */
export interface SchemaStep {
  readonly version: number
  readonly says: string
  readonly statements: ReadonlyArray<string>
}

/** Refuses to change what was written. `INSERT OR REPLACE` deletes, so it is refused as well. */
export const appendOnly = (table: string, says: string): ReadonlyArray<string> =>
  ["UPDATE", "DELETE"].map((change) =>
    `CREATE TRIGGER ${table}_refuse_${change.toLowerCase()} BEFORE ${change} ON ${table}
     BEGIN SELECT RAISE(ABORT, '${says}'); END`
  )

const firstTables: ReadonlyArray<string> = [
  `CREATE TABLE log (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     origin TEXT NOT NULL
   ) STRICT`,
  `CREATE TABLE commits (
     first INTEGER PRIMARY KEY,
     last INTEGER NOT NULL,
     command_id TEXT NOT NULL UNIQUE,
     fingerprint TEXT NOT NULL,
     recorded_at TEXT NOT NULL,
     size INTEGER NOT NULL CHECK (size = last),
     root BLOB NOT NULL CHECK (length(root) = 32),
     frontier BLOB NOT NULL,
     metadata TEXT NOT NULL
   ) STRICT`,
  `CREATE TABLE streams (
     stream INTEGER PRIMARY KEY,
     name TEXT NOT NULL UNIQUE
   ) STRICT`,
  `CREATE TABLE events (
     position INTEGER PRIMARY KEY,
     first INTEGER NOT NULL REFERENCES commits,
     stream INTEGER NOT NULL REFERENCES streams,
     version INTEGER NOT NULL,
     type TEXT NOT NULL,
     schema_version INTEGER NOT NULL,
     envelope TEXT NOT NULL,
     UNIQUE (stream, version)
   ) STRICT`,
  "CREATE INDEX events_by_type ON events (type, position)",
  `CREATE TABLE tags (
     tag TEXT NOT NULL,
     position INTEGER NOT NULL REFERENCES events,
     PRIMARY KEY (tag, position)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE tiles (
     level INTEGER NOT NULL,
     place INTEGER NOT NULL,
     hashes BLOB NOT NULL CHECK (length(hashes) = 8192),
     UNIQUE (level, place)
   ) STRICT`,
  ...["log", "commits", "streams", "events", "tags", "tiles"].flatMap((table) =>
    appendOnly(table, "what was written to the log is never changed")
  )
]

const tablesBeside: ReadonlyArray<string> = [
  `CREATE TABLE personal (
     event_id TEXT NOT NULL,
     name TEXT NOT NULL,
     subject TEXT NOT NULL,
     class TEXT NOT NULL,
     value TEXT NOT NULL,
     PRIMARY KEY (event_id, name)
   ) STRICT, WITHOUT ROWID`,
  "CREATE INDEX personal_by_subject ON personal (subject, class)",
  `CREATE TABLE lookups (
     kind TEXT NOT NULL,
     value TEXT NOT NULL,
     subject TEXT NOT NULL,
     position INTEGER NOT NULL,
     PRIMARY KEY (kind, value, position, subject)
   ) STRICT, WITHOUT ROWID`,
  "CREATE INDEX lookups_by_subject ON lookups (subject)"
]

/** Every step, oldest first. */
export const schemaSteps: ReadonlyArray<SchemaStep> = [
  { version: 1, says: "the log, and what stands beside it", statements: [...firstTables, ...tablesBeside] }
]

/** What a step does, in 16 characters: two texts of one step are two steps. */
export const checksumOf = (step: SchemaStep): string =>
  createHash("sha256").update(step.statements.join(";\n")).digest("hex").slice(0, 16)
