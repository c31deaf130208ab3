/**
 * A told log as files: one event a line, and the tiles and the checkpoint of an exported folder, which nobody signed.
 */
import {
  emptyEdge,
  entriesBytes,
  entriesPath,
  formatCheckpoint,
  frontierOf,
  growEdge,
  leafHash,
  partialTiles,
  rootOf,
  tileAt,
  tilePath,
  tilesOf,
  tileWidth
} from "@peerwork/ledger"
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

const write = (path: string, bytes: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

/** The events alone. */
export const writeEntries = (folder: string, events: ReadonlyArray<StoredBytes>): string => {
  for (const { index, level, width } of tilesOf(events.length)) {
    if (level > 0) continue
    const leaves = events.slice(index * tileWidth, index * tileWidth + width).map(({ bytes }) => Buffer.from(bytes))
    write(`${folder}/${entriesPath(tileAt(0, index, width))}`, entriesBytes(leaves))
  }
  return folder
}

/** The events with the tree over them. */
export const writeTree = (folder: string, events: ReadonlyArray<StoredBytes>): string => {
  const { edge, tiles } = growEdge(emptyEdge, events.map(({ bytes }) => leafHash(bytes)))
  for (const { bytes, tile } of [...tiles, ...partialTiles(edge)]) write(`${folder}/${tilePath(tile)}`, bytes)
  const root = rootOf(frontierOf(edge))
  write(`${folder}/checkpoint`, `${formatCheckpoint({ origin: "example.org/demo/events", size: edge.size, root })}\n`)
  return writeEntries(folder, events)
}

/** The events with one told otherwise, each behind the hash of the one before it in its record. */
export const retold = (
  events: ReadonlyArray<StoredBytes>,
  tell: (bytes: string) => string
): ReadonlyArray<StoredBytes> => {
  const ends = new Map<string, string>()
  return events.map(({ bytes: before, position }) => {
    const told = tell(before)
    const { stream } = JSON.parse(told) as { readonly stream: string }
    const previous = ends.get(stream)
    const bytes = previous === undefined ? told : told.replace(/"previous":"[^"]*"/, `"previous":"${previous}"`)
    ends.set(stream, leafHash(bytes).toString("base64"))
    return { bytes, position }
  })
}
