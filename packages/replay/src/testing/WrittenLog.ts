/**
 * A told log as files: one event a line, and files of entries as an exported folder has them.
 */
import { entriesBytes, entriesPath, tileAt, tilesOf, tileWidth } from "@peerwork/ledger"
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import type { StoredBytes } from "../LogSource.ts"

/** A folder of its own, which the caller removes. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "peerwork-replay-"))

export const writeLines = (folder: string, events: ReadonlyArray<StoredBytes>): string => {
  const file = `${folder}/history.jsonl`
  writeFileSync(file, events.map(({ bytes }) => `${bytes}\n`).join(""))
  return file
}

export const writeEntries = (folder: string, events: ReadonlyArray<StoredBytes>): string => {
  for (const { index, level, width } of tilesOf(events.length)) {
    if (level > 0) continue
    const path = `${folder}/${entriesPath(tileAt(0, index, width))}`
    mkdirSync(dirname(path), { recursive: true })
    const leaves = events.slice(index * tileWidth, index * tileWidth + width).map(({ bytes }) => Buffer.from(bytes))
    writeFileSync(path, entriesBytes(leaves))
  }
  return folder
}
