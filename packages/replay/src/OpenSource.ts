/**
 * Opening a log by its path: an exported folder, a file of lines, an SQLite file, or the data folder of an app.
 */
import { type Entries, entriesPath, type Malformed, parseEntries, tileAt, tileWidth } from "@peerwork/ledger"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { NoLog, noLogIn, openLogFile } from "./bundle/LogFile.ts"
import { CannotRead, type LogSource, type StoredBytes } from "./LogSource.ts"
import { bundleTree, tableTree } from "./TreeBeside.ts"

const within = ({ position }: StoredBytes, after: number, upTo: number): boolean => position > after && position <= upTo

const entriesIn = (path: string, parsed: Entries | Malformed): ReadonlyArray<Uint8Array> => {
  if (parsed._tag === "Entries") return parsed.leaves
  throw new CannotRead(`${path} is no file of entries: ${parsed.because}. Run: peerwork verify`)
}

/** The path of the n-th file of entries: the full one, or the widest partial one where there is no full one. */
const entriesFile = (folder: string, index: number): string | null => {
  const full = `${folder}/${entriesPath(tileAt(0, index, tileWidth))}`
  if (existsSync(full)) return full
  if (!existsSync(`${full}.p`)) return null
  const widths = readdirSync(`${full}.p`).map(Number).filter((width) => Number.isInteger(width))
  return widths.length === 0 ? null : `${full}.p/${Math.max(...widths)}`
}

function* bundleEvents(folder: string, after: number, upTo: number): Iterable<StoredBytes> {
  for (let index = Math.floor(after / tileWidth);; index++) {
    const path = entriesFile(folder, index)
    if (path === null || index * tileWidth >= upTo) return
    for (const [place, leaf] of entriesIn(path, parseEntries(readFileSync(path))).entries()) {
      const stored = { position: index * tileWidth + place + 1, bytes: Buffer.from(leaf).toString("utf8") }
      if (within(stored, after, upTo)) yield stored
    }
  }
}

function* lineEvents(file: string, after: number, upTo: number): Iterable<StoredBytes> {
  const lines = readFileSync(file, "utf8").split("\n")
  for (const [index, bytes] of lines.entries()) {
    const stored = { position: index + 1, bytes }
    if (bytes !== "" && within(stored, after, upTo)) yield stored
  }
}

function* tableEvents(db: DatabaseSync, after: number, upTo: number): Iterable<StoredBytes> {
  const rows = db.prepare(
    "SELECT position, envelope FROM events WHERE position > ? AND position <= ? ORDER BY position"
  ).iterate(after, upTo)
  for (const row of rows) yield { position: Number(row["position"]), bytes: String(row["envelope"]) }
}

const reading = (
  place: string,
  events: (after: number, upTo: number) => Iterable<StoredBytes>,
  tree: LogSource["tree"]
): LogSource => ({
  place,
  tree,
  events: (after = 0, upTo = Number.MAX_SAFE_INTEGER) => events(after, upTo),
  close: () => undefined
})

const openDatabase = (place: string, file: string): LogSource => {
  try {
    const { close, db } = openLogFile(file)
    return { ...reading(place, (after, upTo) => tableEvents(db, after, upTo), () => tableTree(db)), close }
  } catch (error) {
    throw error instanceof NoLog ? new CannotRead(error.message) : error
  }
}

const openFolder = (place: string): LogSource => {
  if (existsSync(`${place}/tile/entries`)) {
    return reading(place, (after, upTo) => bundleEvents(place, after, upTo), () => bundleTree(place))
  }
  if (existsSync(`${place}/events.sqlite`)) return openDatabase(place, `${place}/events.sqlite`)
  throw new CannotRead(noLogIn(place))
}

/** Opens the log at a path. Throws `CannotRead` where there is none. */
export const openSource = (place: string): LogSource => {
  if (!existsSync(place)) throw new CannotRead(`There is nothing at ${place}`)
  if (statSync(place).isDirectory()) return openFolder(place)
  if (place.endsWith(".jsonl")) return reading(place, (after, upTo) => lineEvents(place, after, upTo), () => null)
  return openDatabase(place, place)
}
