/**
 * Proves that the log of an app verifies as the store has written it, and that whatever somebody does to a row of it is
 * told with its position.
 */
import { appendLeaf, emptyRange, formatCheckpoint, leafHash, rootOf, signNote } from "@peerwork/ledger"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eventsIn, openLogFile } from "../bundle/LogFile.ts"
import { inventedOrigin } from "../testing/InventedHistory.ts"
import { logKey, testFolder, withoutWitness } from "../testing/SampleBundle.ts"
import { copyUnguarded, writeLog } from "../testing/SampleLog.ts"
import { verifyLog } from "./LogFileCheck.ts"

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "peerwork-log-"))
  await writeLog(folder, 150)
})

afterAll(() => rmSync(folder, { recursive: true }))

const trust = { policy: withoutWitness, remembered: [] }

/** Signs the log beside it, as its signer does. */
const signedCopy = (size?: number) => {
  const place = testFolder()
  const db = copyUnguarded(folder, join(place, "events.sqlite"))
  const log = openLogFile(folder)
  const events = [...eventsIn(log)].slice(0, size)
  log.close()
  const root = rootOf(events.reduce((range, bytes) => appendLeaf(range, leafHash(bytes)), emptyRange()))
  const note = signNote(formatCheckpoint({ origin: inventedOrigin, size: events.length, root }), [logKey])
  const signer = new DatabaseSync(join(place, "signer.db"))
  signer.exec(`CREATE TABLE signed (size INTEGER PRIMARY KEY, root BLOB, note TEXT, time INTEGER);
    CREATE TABLE cosignatures (size, witness TEXT, line TEXT, time INTEGER);
    CREATE TABLE last (size INTEGER, root BLOB, note TEXT, time INTEGER); CREATE TABLE log (origin TEXT)`)
  for (const table of ["signed", "last"]) {
    signer.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, 0)`).run(events.length, root, note)
  }
  signer.prepare("INSERT INTO log VALUES (?)").run(inventedOrigin)
  signer.close()
  return { place, db, size: events.length }
}

const after = (sql: string, ...values: ReadonlyArray<string | number>) => {
  const { db, place } = signedCopy()
  db.exec(sql)
  db.close()
  const { exitCode, findings, firstWrongPosition } = verifyLog(place, { trust })
  return { exitCode, firstWrongPosition, says: findings[0]?.says, values }
}

describe("the log of an app", () => {
  it("verifies as the store has written it", () => {
    const { place, size } = signedCopy()
    expect(verifyLog(place, { trust })).toMatchObject({
      exitCode: 0,
      findings: [],
      events: size,
      signedUpTo: size,
      proved: [`The events from position 1 to ${size} are those that the log has signed, whole and in this order`]
    })
    expect(verifyLog(folder, { trust })).toMatchObject({
      exitCode: 2,
      findings: [{ says: "nothing of this log was signed, or signer.db is not beside it" }]
    })
  })

  it("says what in its files is no evidence, and is right about it", () => {
    const { db, place } = signedCopy()
    db.exec("CREATE TABLE migrations (version); INSERT INTO migrations VALUES (99)")
    db.close()
    const signer = new DatabaseSync(join(place, "signer.db"))
    signer.exec("INSERT INTO cosignatures VALUES (300, 'x', '\u2014 stranger.example AAAAAAAAAAAA', 7)")
    signer.exec("UPDATE last SET time = 7")
    signer.close()
    const { exitCode, notProved } = verifyLog(place, { trust })
    expect(exitCode).toBe(0)
    expect(notProved.at(-1)).toMatch(
      /\(migrations\), and in signer\.db the times, and cosignatures of witnesses whom you/
    )
  })

  it("is not read where a view has the name of a table, because its query need not end", () => {
    const beside = (file: string, table: string) => {
      const { db, place } = signedCopy()
      db.close()
      const opened = new DatabaseSync(join(place, file))
      opened.exec("PRAGMA legacy_alter_table = ON")
      opened.exec(`ALTER TABLE ${table} RENAME TO kept; CREATE VIEW ${table} AS SELECT * FROM kept`)
      opened.close()
      const { exitCode, findings } = verifyLog(place, { trust })
      return { exitCode, says: findings.map(({ says }) => says.replace(place, "")) }
    }
    const refused = (file: string, table: string) => ({
      exitCode: 3,
      says: [`/${file} was not written by Peerwork: ${table} in it is a view and no table`]
    })
    for (const table of ["log", "events", "commits", "tiles", "tags", "streams"]) {
      expect(beside("events.sqlite", table)).toEqual(refused("events.sqlite", table))
    }
    for (const table of ["signed", "last", "cosignatures"]) {
      expect(beside("signer.db", table)).toEqual(refused("signer.db", table))
    }
  })

  it("says which events are signed by nobody yet", () => {
    const { place } = signedCopy(100)
    const report = verifyLog(place, { trust })
    expect(report).toMatchObject({ exitCode: 0, signedUpTo: 100 })
    expect(report.notProved).toContain("Events from position 101 on are signed by nobody yet")
  })

  it("is no log where it is something else", () => {
    const place = testFolder()
    expect(() => verifyLog(join(place, "none"), { trust })).toThrow(`There is nothing at ${join(place, "none")}`)
    expect(() => verifyLog(place, { trust })).toThrow(`${place} holds neither tile/entries, as a bundle does, nor`)
    writeFileSync(join(place, "events.sqlite"), "not a database, but long enough to look at it closely".repeat(20))
    expect(verifyLog(place, { trust })).toMatchObject({ exitCode: 3, findings: [{ wrong: "malformed" }] })
  })
})

describe("the memory of the signer", () => {
  const signerAfter = (sql: string) => {
    const { place } = signedCopy()
    const db = new DatabaseSync(join(place, "signer.db"))
    db.exec(sql)
    db.close()
    const { exitCode, findings, worst } = verifyLog(place, { trust })
    return { exitCode, worst, says: findings.map((finding) => finding.says) }
  }

  it.for([
    ["goes back to an older head", "UPDATE last SET size = 100", "does not have the size of its checkpoint"],
    ["goes back to nothing", "DELETE FROM last", "it does not say what was signed last"],
    [
      "has another root",
      "UPDATE last SET root = zeroblob(32)",
      "the last head does not have the root of its checkpoint"
    ],
    ["has another root in a row", "UPDATE signed SET root = zeroblob(32)", "row of 300 events does not have the root"],
    [
      "is that of another log",
      "UPDATE log SET origin = 'example.org/x'",
      "it is the memory of example.org/x, and this is"
    ]
  ])("is told of where it %s", ([_, sql = "", says]) => {
    const told = signerAfter(sql)
    expect(told).toMatchObject({ exitCode: 1, worst: "beside" })
    expect(told.says.join("; ")).toContain(says)
  })

  it("is named where it is no database", () => {
    const { place } = signedCopy()
    writeFileSync(join(place, "signer.db"), "x".repeat(5000))
    expect(verifyLog(place, { trust })).toMatchObject({
      exitCode: 3,
      findings: [{ says: `${join(place, "signer.db")} cannot be read: file is not a database` }]
    })
  })
})

describe("somebody who can write the file", () => {
  it.for<[string, string, number | null]>([
    ["renames the log", "UPDATE log SET origin = 'example.org/other/events'", 1],
    ["numbers the log anew", "UPDATE log SET one = 2", 1],
    [
      "rewrites an event",
      "UPDATE events SET envelope = replace(envelope, '2016-04-04', '2016-04-05') WHERE position = 77",
      77
    ],
    [
      "rewrites the second event of a command",
      "UPDATE events SET envelope = replace(envelope, '\"index\":1', '\"index\":9') WHERE position = 8",
      8
    ],
    ["changes a type", "UPDATE events SET type = 'Other' WHERE position = 78", 78],
    ["changes the version of a schema", "UPDATE events SET schema_version = 3 WHERE position = 79", 79],
    ["changes a version", "UPDATE events SET version = 99 WHERE position = 80", 80],
    ["moves an event to another stream", "UPDATE events SET stream = stream + 1 WHERE position = 81", 81],
    ["moves an event to another command", "UPDATE events SET first = first + 1 WHERE position = 82", 82],
    ["moves an event to the end", "UPDATE events SET position = 9999 WHERE position = 83", 83],
    ["drops an event", "DELETE FROM events WHERE position = 84", 84],
    [
      "inserts an event",
      "INSERT INTO events SELECT 9999, first, stream, version, type, schema_version, envelope FROM events WHERE position = 5",
      301
    ],
    [
      "swaps two events",
      "UPDATE events SET position = CASE position WHEN 20 THEN 21 ELSE 20 END WHERE position IN (20, 21)",
      20
    ],
    ["renames a stream", "UPDATE streams SET name = 'person-x' WHERE stream = 1", 1],
    ["numbers a stream anew", "UPDATE streams SET stream = 999 WHERE stream = 1", 1],
    ["adds a stream", "INSERT INTO streams VALUES (999, 'person-x')", null],
    ["drops a tag", "DELETE FROM tags WHERE position = 85", 85],
    ["adds a tag", "INSERT INTO tags SELECT 'person:x', 86", 86],
    ["repeats a tag", "INSERT INTO tags SELECT * FROM tags WHERE position = 86", 86],
    ["adds a tag to nothing", "INSERT INTO tags VALUES ('person:x', 9999)", 9999],
    ["changes a command id", "UPDATE commits SET command_id = 'x' WHERE first = 7", 7],
    ["changes when it was recorded", "UPDATE commits SET recorded_at = '2016-04-04T08:00:00.000Z' WHERE first = 7", 7],
    ["changes where a command ends", "UPDATE commits SET last = last + 1 WHERE first = 7", 7],
    ["changes a size", "UPDATE commits SET size = size + 1 WHERE first = 7", 7],
    ["changes a root", "UPDATE commits SET root = zeroblob(32) WHERE first = 7", 7],
    ["changes a frontier", "UPDATE commits SET frontier = zeroblob(64) WHERE first = 7", 7],
    ["drops a commit", "DELETE FROM commits WHERE first = 7", 7],
    ["repeats a commit", "INSERT INTO commits SELECT * FROM commits WHERE first = 7", 7],
    ["moves a commit", "UPDATE commits SET first = 8 WHERE first = 7", 7],
    ["changes a tile", "UPDATE tiles SET hashes = zeroblob(8192)", 1],
    ["moves a tile", "UPDATE tiles SET place = 1", 1],
    ["drops a tile", "DELETE FROM tiles", 1],
    ["adds a tile", "INSERT INTO tiles VALUES (1, 0, zeroblob(8192))", null]
  ])("and %s is told of", ([_, sql, position]) => {
    expect(after(sql)).toMatchObject({ exitCode: 1, firstWrongPosition: position })
  })

  it("and cuts off the end is told of by what the signer has published", () => {
    const { db, place, size } = signedCopy()
    db.exec(
      "DELETE FROM events WHERE position > 200; DELETE FROM commits WHERE first > 200; DELETE FROM tags WHERE position > 200; DELETE FROM tiles"
    )
    db.close()
    expect(verifyLog(place, { trust })).toMatchObject({ exitCode: 1, firstWrongPosition: 201 })
    expect(
      verifyLog(place, { trust }).findings.some(({ says }) =>
        says ===
          `the checkpoint over ${size} events vouches for ${size} events, and there are 200: positions 201 to ${size} were cut off`
      )
    ).toBe(true)
  })
})
