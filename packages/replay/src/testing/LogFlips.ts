/**
 * What verifying says of a log's file in which one bit of one column was turned: nothing here may pass.
 */
import { DatabaseSync, type SQLOutputValue } from "node:sqlite"
import { verifyLog } from "../verify/LogFileCheck.ts"
import type { Trust } from "../verify/NotesCheck.ts"
import { breathe, flipped, somePlaces } from "./Flips.ts"

/** Every column of the log that is evidence, with the columns by which it was written. */
export const evidenceColumns: Readonly<Record<string, ReadonlyArray<string>>> = {
  log: ["one", "origin"],
  commits: ["first", "last", "command_id", "recorded_at", "size", "root", "frontier"],
  streams: ["stream", "name"],
  events: ["position", "first", "stream", "version", "type", "schema_version", "envelope"],
  tags: ["tag", "position"],
  tiles: ["level", "place", "hashes"]
}

/** The bytes of a value: of a number its eight, and of a text its UTF-8. */
export const asBytes = (value: SQLOutputValue): Buffer => {
  if (typeof value === "bigint") {
    const eight = Buffer.alloc(8)
    eight.writeBigInt64BE(value)
    return eight
  }
  return typeof value === "string" ? Buffer.from(value) : Buffer.from(value as Uint8Array)
}

/** How a value of the same kind is put back, told by its bytes. */
export const placeholder = (value: SQLOutputValue): string => typeof value === "string" ? "CAST(? AS TEXT)" : "?"

/** The bytes as the kind of value that was there; text is still bytes, for {@link placeholder}. */
export const asValue = (bytes: Buffer, was: SQLOutputValue): Buffer | bigint =>
  typeof was === "bigint" ? bytes.readBigInt64BE() : bytes

/** Turns bits in every column that is evidence of every row, some in each value, and says which were not told of. */
export const untoldInLog = async (
  file: string,
  inEachValue: number,
  trust: Trust
): Promise<{ readonly tried: number; readonly untold: ReadonlyArray<string> }> => {
  const db = new DatabaseSync(file)
  db.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
  const untold: Array<string> = []
  let tried = 0
  const tryOne = (table: string, column: string, row: number, was: SQLOutputValue, at: number) => {
    const set = db.prepare(`UPDATE ${table} SET ${column} = ${placeholder(was)} WHERE rowid = ?`)
    const back = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`)
    set.run(asValue(flipped(asBytes(was), at), was), row)
    const { exitCode, findings } = verifyLog(file, { trust })
    back.run(was, row)
    tried++
    const isPlaced = findings.some(({ position, where }) =>
      position !== null || where === "streams" || where === "tiles"
    )
    if (exitCode !== 1 || !isPlaced) untold.push(`${table}.${column} of row ${row}, byte ${at}: ended with ${exitCode}`)
  }
  for (const [table, names] of Object.entries(evidenceColumns)) {
    for (const column of names) {
      const select = db.prepare(`SELECT rowid AS row, ${column} AS value FROM ${table}`)
      select.setReadBigInts(true)
      for (const { row, value } of select.all()) {
        await breathe()
        if (value === undefined) continue
        for (const at of somePlaces(asBytes(value).length, inEachValue)) tryOne(table, column, Number(row), value, at)
      }
    }
  }
  db.close()
  return { tried, untold }
}
