/**
 * Random things that somebody does to a log of many events, one after another: a bit turned, rows swapped, dropped,
 * inserted and sent again; and where verifying has to say that it happened.
 *
 * What is drawn follows from the seed. After each, the tables are as they were.
 */
import { DatabaseSync, type SQLOutputValue } from "node:sqlite"
import { verifyLog } from "../verify/LogFileCheck.ts"
import type { Trust } from "../verify/NotesCheck.ts"
import { breathe } from "./Flips.ts"
import { asBytes, asValue, evidenceColumns, placeholder } from "./LogFlips.ts"

/** From 0 until the bound. */
export type Draw = (bound: number) => number

/** Draws by the generator that Park and Miller called the minimal standard. */
export const drawing = (seed: number): Draw => {
  let state = seed
  return (bound) => {
    state = state * 48_271 % 2_147_483_647
    return state % bound
  }
}

/** What was done, and between which positions the first wrong one lies; null where no event is wrong by it. */
interface Done {
  readonly says: string
  readonly within: readonly [number, number] | null
}

type Tampering = (db: DatabaseSync, draw: Draw) => Done

const numberIn = (db: DatabaseSync, sql: string, ...values: ReadonlyArray<number>): number =>
  Number(Object.values(db.prepare(sql).get(...values) ?? {})[0])

const countOf = (db: DatabaseSync, table: string): number => numberIn(db, `SELECT count(*) FROM ${table}`)

/** From the first to the last event of the commit in which the position lies. */
const commitAround = (db: DatabaseSync, position: number): readonly [number, number] => [
  numberIn(db, "SELECT first FROM kept.commits WHERE ? BETWEEN first AND last", position),
  numberIn(db, "SELECT last FROM kept.commits WHERE ? BETWEEN first AND last", position)
]

/** Where a row that is gone or changed makes an event wrong. */
const within = (db: DatabaseSync, table: string, row: number): Done["within"] => {
  const column = table === "commits" ? "first" : table === "events" || table === "tags" ? "position" : null
  return column === null
    ? null
    : commitAround(db, numberIn(db, `SELECT ${column} FROM kept.${table} WHERE rowid = ?`, row))
}

const tables = Object.keys(evidenceColumns)
const columnsOf = (table: string): ReadonlyArray<string> => evidenceColumns[table] ?? []

const oneOf = <A>(choices: ReadonlyArray<A>, draw: Draw): A => choices.at(draw(choices.length))!

/** Turns a bit in one of these columns. */
const turnABitOf = (places: ReadonlyArray<readonly [string, string]>): Tampering => (db, draw) => {
  const [table, column] = oneOf(places, draw)
  const row = draw(countOf(db, table)) + 1
  const select = db.prepare(`SELECT ${column} AS value FROM ${table} WHERE rowid = ?`)
  select.setReadBigInts(true)
  const was = select.get(row)?.["value"] as SQLOutputValue
  const bytes = asBytes(was)
  const [at, bit] = [draw(bytes.length), draw(8)]
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
  db.prepare(`UPDATE ${table} SET ${column} = ${placeholder(was)} WHERE rowid = ?`).run(asValue(bytes, was), row)
  return { says: `bit ${bit} of byte ${at} of ${table}.${column}, row ${row}`, within: within(db, table, row) }
}

const anywhere = tables.flatMap((table) => columnsOf(table).map((column) => [table, column] as const))

const dropARow: Tampering = (db, draw) => {
  const table = oneOf(tables, draw)
  const row = draw(countOf(db, table)) + 1
  db.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(row)
  return { says: `${table} without row ${row}`, within: within(db, table, row) }
}

const swapTwo: Tampering = (db, draw) => {
  const count = countOf(db, "events")
  const one = draw(count - 1) + 1
  const other = one + 1 + draw(count - one)
  db.prepare("UPDATE events SET position = ? + ? - position WHERE position IN (?, ?)").run(one, other, one, other)
  return { says: `positions ${one} and ${other} swapped`, within: commitAround(db, one) }
}

const insertACopy: Tampering = (db, draw) => {
  const count = countOf(db, "events")
  const [place, of] = [draw(count) + 1, draw(count) + 1]
  db.prepare("UPDATE events SET position = position + 1 WHERE position >= ?").run(place)
  db.prepare(
    `INSERT INTO events SELECT ?, first, stream, version, type, schema_version, envelope FROM kept.events
     WHERE position = ?`
  ).run(place, of)
  return { says: `position ${of} inserted again at ${place}`, within: commitAround(db, place) }
}

/** A whole command once more at the end, with all its rows. */
const sendAgain: Tampering = (db, draw) => {
  const count = countOf(db, "events")
  const [first, last] = commitAround(db, draw(count) + 1)
  const by = count + 1 - first
  db.prepare(
    `INSERT INTO events SELECT position + ?, first + ?, stream, version, type, schema_version, envelope
     FROM kept.events WHERE position BETWEEN ? AND ?`
  ).run(by, by, first, last)
  db.prepare("INSERT INTO tags SELECT tag, position + ? FROM kept.tags WHERE position BETWEEN ? AND ?")
    .run(by, first, last)
  db.exec("CREATE TEMP TABLE again AS SELECT * FROM kept.commits WHERE 0")
  db.prepare("INSERT INTO again SELECT * FROM kept.commits WHERE first = ?").run(first)
  db.prepare("UPDATE again SET first = first + ?, last = last + ?, size = ?").run(by, by, last + by)
  db.exec("INSERT INTO commits SELECT * FROM again; DROP TABLE again")
  return { says: `positions ${first} to ${last} sent again`, within: [count + 1, last + by] }
}

const restore = (db: DatabaseSync): void => {
  for (const table of tables) {
    const columns = columnsOf(table).join(", ")
    const same = `SELECT rowid, ${columns} FROM main.${table} EXCEPT SELECT rowid, ${columns} FROM kept.${table}`
    const gone = `SELECT rowid FROM kept.${table} EXCEPT SELECT rowid FROM main.${table}`
    const changed = db.prepare(`SELECT 1 FROM (${same}) UNION ALL SELECT 1 FROM (${gone}) LIMIT 1`).get()
    if (changed === undefined) continue
    db.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} (rowid, ${columns})
      SELECT rowid, ${columns} FROM kept.${table}`)
  }
}

const turnABit = turnABitOf(anywhere)
const turnABitOfALeaf = turnABitOf([["events", "envelope"]])

const tamperings: ReadonlyArray<Tampering> = [turnABit, turnABitOfALeaf, dropARow, swapTwo, insertACopy, sendAgain]

/** Tampers with the file so many times, and says what verifying did not tell of, or told of in the wrong place. */
export const untoldTamperings = async (
  { file, kept }: { readonly file: string; readonly kept: string },
  { draw, times, trust }: { readonly draw: Draw; readonly times: number; readonly trust: Trust }
): Promise<ReadonlyArray<string>> => {
  const db = new DatabaseSync(file)
  db.exec(`ATTACH '${kept}' AS kept; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF`)
  const untold: Array<string> = []
  for (let time = 0; time < times; time++) {
    await breathe()
    const { says, within: due } = oneOf(tamperings, () => time % tamperings.length)(db, draw)
    const { exitCode, firstWrongPosition: at } = verifyLog(file, { trust })
    const isPlaced = due === null || (at !== null && at >= due[0] && at <= due[1])
    if (exitCode !== 1 || !isPlaced) untold.push(`${says}: ended with ${exitCode}, at ${at}, due ${due?.join(" to ")}`)
    restore(db)
  }
  db.close()
  return untold
}
