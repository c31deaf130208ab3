/**
 * Tiles made up as they are asked for, of a tree that would be too large to grow in a test.
 *
 * No hash in them is that of what lies below it; who reads one tile does not see the other.
 */
import { sha256 } from "../Hashing.ts"
import { type Tile, tilePath } from "../Tile.ts"

/** The hashes of a tile, always the same. */
export const madeHashes = ({ index, level, width }: Tile): ReadonlyArray<Buffer> =>
  Array.from({ length: width }, (_, at) => sha256(`${level} ${index} ${at}`))

/** Hands out tiles, and says by their paths which it was asked for. */
export const madeTiles = (without: (path: string) => boolean = () => false) => {
  const asked: Array<string> = []
  const load = (tile: Tile): Uint8Array | null => {
    asked.push(tilePath(tile))
    return without(tilePath(tile)) ? null : Buffer.concat(madeHashes(tile))
  }
  return { asked, load }
}
