/**
 * A tree that lives in tiles: growing one, and finding any hash in one.
 *
 * Growing keeps one unfinished tile for each level and hands out the full ones, at about one hash of two nodes for each
 * leaf: so a bundle is written, and so a verifier builds the tiles again to compare them. Finding a hash loads at most
 * two tiles for each level, and hashes inside them.
 */
import { type CompactRange, frontierFrom, subtreesOf } from "./CompactRange.ts"
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

/** A tree that grows leaf by leaf. */
export interface GrowingTree {
  readonly append: (leafHash: Uint8Array) => void
  /** The frontier of the tree as it is now. */
  readonly frontier: () => CompactRange
  /** Hands out the partial tiles of the tree as it is now, from the leaves upwards. */
  readonly handOutPartial: () => void
}

interface Row {
  hashes: Buffer
  /** The number of hashes of this level that the tree has. */
  count: number
}

/** A tree without leaves, which hands out each tile as soon as it is full. */
export const growTree = (handOut: (tile: Tile, bytes: Uint8Array) => void): GrowingTree => {
  const rows: Array<Row> = []
  const unfinished = ({ count, hashes }: Row) => hashes.subarray(0, (count % tileWidth) * hashLength)

  const put = (level: number, hash: Uint8Array): void => {
    const row = rows[level] ??= { hashes: Buffer.alloc(tileWidth * hashLength), count: 0 }
    row.hashes.set(hash, (row.count % tileWidth) * hashLength)
    row.count++
    if (row.count % tileWidth !== 0) return
    const full = row.hashes
    row.hashes = Buffer.alloc(full.length)
    handOut(tileAt(level, row.count / tileWidth - 1, tileWidth), full)
    put(level + 1, rootOfRow(full))
  }

  return {
    append: (leafHash) => {
      if (leafHash.length !== hashLength) {
        throw new RangeError(`A leaf hash has ${hashLength} bytes, not ${leafHash.length}`)
      }
      put(0, leafHash)
    },
    frontier: () => {
      const nodes = rows.toReversed().flatMap((row) => {
        const hashes = unfinished(row)
        return subtreesOf(0, row.count % tileWidth).map(({ index, level }) =>
          rootOfRow(hashes.subarray(index * 2 ** level * hashLength, (index + 1) * 2 ** level * hashLength))
        )
      })
      return frontierFrom(rows[0]?.count ?? 0, Buffer.concat(nodes)) as CompactRange
    },
    handOutPartial: () =>
      rows.forEach((row, level) => {
        const width = row.count % tileWidth
        if (width === 0) return
        handOut(tileAt(level, Math.floor(row.count / tileWidth), width), Buffer.from(unfinished(row)))
      })
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
