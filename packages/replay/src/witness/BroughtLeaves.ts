/**
 * The events that somebody brings: a bundle, or an export of the log with one event a line.
 *
 * Nothing is checked here. Whoever takes the events up compares the root over them with the one that was signed.
 */
import { entriesPath, parseEntries, tileAt, tileWidth } from "@peerwork/ledger"
import type { Brought } from "@peerwork/store-sqlite"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"

/** The entries of the `index`-th file, from 0: the full one, or the widest partial one. */
const entriesFile = (bundle: string, index: number): string | null => {
  const full = `${bundle}/${entriesPath(tileAt(0, index, tileWidth))}`
  if (existsSync(full) && statSync(full).isFile()) return full
  const partial = `${full}.p`
  if (!existsSync(partial)) return null
  const widest = Math.max(...readdirSync(partial).map(Number).filter(Number.isInteger))
  return existsSync(`${partial}/${widest}`) ? `${partial}/${widest}` : null
}

const inBundle = (bundle: string): Brought => {
  const files = new Map<number, ReadonlyArray<Uint8Array>>()
  const leavesOf = (index: number): ReadonlyArray<Uint8Array> => {
    const file = entriesFile(bundle, index)
    const entries = file === null ? null : parseEntries(readFileSync(file))
    return entries?._tag === "Entries" ? entries.leaves : []
  }
  return (position) => {
    const index = Math.floor((position - 1) / tileWidth)
    const leaves = files.get(index) ?? leavesOf(index)
    files.set(index, leaves)
    const leaf = leaves[(position - 1) % tileWidth]
    return leaf === undefined ? null : Buffer.from(leaf).toString("utf8")
  }
}

const inExport = (file: string): Brought => {
  const lines = readFileSync(file, "utf8").split("\n")
  return (position) => lines[position - 1] || null
}

/** The leaves in the folder of a bundle, or in a file with one event a line, from the first on. */
export const leavesIn = (path: string): Brought => statSync(path).isDirectory() ? inBundle(path) : inExport(path)
