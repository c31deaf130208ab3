/**
 * A tree that lives in tiles: finding any hash in one loads at most two tiles for each level, and hashes inside them.
 */
import { hashLength, rootOfRow } from "./Hashing.ts"
import { fitsTile, hashesAt, type Tile, tileAt, tileHeight, tilePath, tileWidth } from "./Tile.ts"
import type { HashReader } from "./TreeProof.ts"

/** A tile is missing, or is not as long as its width says; the message names it. */
export class UnusableTile extends Error {
  override readonly name = "UnusableTile"
  readonly tile: Tile

  constructor(tile: Tile, because: string) {
    super(`${tilePath(tile)} ${because}`)
    this.tile = tile
  }
}

/** Where tiles are kept. A partial tile above level 0 need not be: its hashes are found in the full ones below it. */
export type LoadTile = (tile: Tile) => Uint8Array | null

/** The hashes of the tree of this size, out of its tiles. Loads each tile once, so ask for one for every proof. */
export const hashesInTiles = (size: number, load: LoadTile): HashReader => {
  const loaded = new Map<string, Uint8Array>()

  const bytesOf = (tile: Tile): Uint8Array => {
    const path = tilePath(tile)
    const bytes = loaded.get(path) ?? load(tile) ?? fromBelow(tile)
    if (!fitsTile(tile, bytes)) throw new UnusableTile(tile, `has ${bytes.length} bytes instead of 32 for each hash`)
    loaded.set(path, bytes)
    return bytes
  }

  const fromBelow = (tile: Tile): Uint8Array => {
    if (tile.level === 0 || tile.width === tileWidth) throw new UnusableTile(tile, "is missing")
    const first = tile.index * tileWidth
    return Buffer.concat(
      Array.from({ length: tile.width }, (_, at) => rootOfRow(bytesOf(tileAt(tile.level - 1, first + at, tileWidth))))
    )
  }

  return (level, index) => {
    const width = 2 ** (level % tileHeight)
    const tileLevel = Math.floor(level / tileHeight)
    const first = index * width
    const begin = first - first % tileWidth
    const there = Math.min(tileWidth, hashesAt(size, tileLevel) - begin)
    const at = first - begin
    if (at + width > there) throw new RangeError(`A tree of ${size} leaves has no hash ${index} at level ${level}`)
    const row = bytesOf(tileAt(tileLevel, begin / tileWidth, there))
    return rootOfRow(row.subarray(at * hashLength, (at + width) * hashLength))
  }
}
