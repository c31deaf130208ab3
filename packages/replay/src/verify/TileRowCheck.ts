/**
 * Whether the rows of tiles are the full tiles of the tree over the events, each once, and no others.
 */
import { hashLength, tileWidth, type TileWithBytes } from "@peerwork/ledger"
import type { DatabaseSync } from "node:sqlite"
import { altered, type Finding } from "./Finding.ts"
import { tileReader, tileRows } from "./LogRows.ts"

export interface TileCheck {
  /** Compares the tiles that became full. */
  readonly next: (tiles: ReadonlyArray<TileWithBytes>) => ReadonlyArray<Finding>
  readonly end: () => ReadonlyArray<Finding>
}

/** The position of the first leaf below the first hash that is another. */
const firstPosition = ({ bytes, tile }: TileWithBytes, kept: Buffer): number => {
  let at = 0
  while (
    at < tileWidth - 1 &&
    bytes.subarray(at * hashLength, (at + 1) * hashLength).equals(kept.subarray(at * hashLength, (at + 1) * hashLength))
  ) at++
  return (tile.index * tileWidth + at) * tileWidth ** tile.level + 1
}

export const tileCheck = (db: DatabaseSync): TileCheck => {
  const read = tileReader(db)
  const due = new Set<string>()
  return {
    next: (tiles) =>
      tiles.flatMap((full) => {
        const { bytes, tile } = full
        due.add(`${tile.level}/${tile.index}`)
        const rows = read(tile.level, tile.index)
        const [kept] = rows
        if (rows.length === 1 && kept?.equals(bytes) === true) return []
        const position = kept === undefined ? tile.index * tileWidth ** (tile.level + 1) + 1 : firstPosition(full, kept)
        const says = kept === undefined ? "is missing" : `does not have the events from position ${position} on`
        return [altered(`tiles: the tile ${tile.index} of level ${tile.level} ${says}`, position, "tiles")]
      }),
    end: () =>
      [...tileRows(db)].filter(({ level, place }) => !due.has(`${level}/${place}`))
        .map(({ level, place }) => altered(`tiles: there is no full tile ${place} of level ${level}`, null, "tiles"))
  }
}
