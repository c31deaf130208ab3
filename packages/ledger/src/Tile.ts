/**
 * Tiles: the hashes of a tree in rows of at most 256, as files that are written once.
 *
 * The layout is C2SP's tlog-tiles. Tiles at level 0 hold the hashes of leaves; a hash at level 1 stands for a whole
 * tile of level 0, and so on. A full tile never changes. The last of a level may be partial, and then says so in its
 * path, so that a wider one does not replace it. Files of entries are cut and named like the tiles of level 0.
 */
import { hashLength } from "./Hashing.ts"
import { countIn, isCount, type Malformed, malformed } from "./OneSpelling.ts"
import type { HashReader } from "./TreeProof.ts"

/** The number of hashes in a full tile. */
export const tileWidth = 256

/** The levels of the tree that one tile spans. */
export const tileHeight = 8

/** No path names a level beyond this one. */
const highestLevel = 63

/** A tile by its place: the `index`-th, from 0, of its level, with as many hashes as its width says. */
export interface Tile {
  readonly _tag: "Tile"
  readonly level: number
  readonly index: number
  readonly width: number
}

export const tileAt = (level: number, index: number, width: number): Tile => ({ _tag: "Tile", level, index, width })

/** The number of hashes that a tree of this size has at a level of tiles. */
export const hashesAt = (size: number, level: number): number => Math.floor(size / tileWidth ** level)

/** The tiles that a tree has after growing and had not before, full and partial, level by level from the leaves. */
export const newTiles = (oldSize: number, size: number): ReadonlyArray<Tile> => {
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) {
    throw new RangeError(`A tree does not grow from ${oldSize} leaves to ${size}`)
  }
  const tiles: Array<Tile> = []
  for (let level = 0; hashesAt(size, level) > 0; level++) {
    const [before, now] = [hashesAt(oldSize, level), hashesAt(size, level)]
    if (before === now) continue
    for (let first = before - before % tileWidth; first < now; first += tileWidth) {
      tiles.push(tileAt(level, first / tileWidth, Math.min(tileWidth, now - first)))
    }
  }
  return tiles
}

/** Every tile of a tree of this size. */
export const tilesOf = (size: number): ReadonlyArray<Tile> => newTiles(0, size)

/** The bytes of a tile: its hashes one behind the other. */
export const tileBytes = ({ index, level, width }: Tile, read: HashReader): Buffer =>
  Buffer.concat(Array.from({ length: width }, (_, at) => read(level * tileHeight, index * tileWidth + at)))

/** Whether so many bytes are the hashes of the tile. */
export const fitsTile = (tile: Tile, bytes: Uint8Array): boolean => bytes.length === tile.width * hashLength

/** A number as folders and a file of three digits each: 1234067 is `x001/x234/067`. */
const indexPath = (index: number): string => {
  const digits = String(index)
  const threes = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) as ReadonlyArray<string>
  return threes.map((three, at) => at < threes.length - 1 ? `x${three}` : three).join("/")
}

const placePath = (index: number, width: number): string =>
  width === tileWidth ? indexPath(index) : `${indexPath(index)}.p/${width}`

/** The path of the tile: `tile/0/x001/x234/067`, and `tile/1/000.p/17` where it is partial. */
export const tilePath = ({ index, level, width }: Tile): string => `tile/${level}/${placePath(index, width)}`

/** The path of the entries that the tile of level 0 has the hashes of: `tile/entries/000`. */
export const entriesPath = ({ index, width }: Tile): string => `tile/entries/${placePath(index, width)}`

const anyPath = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/

const placeIn = (path: string, what: "entries" | "hashes"): Tile | Malformed => {
  const [, place = "", digits = "", partial = String(tileWidth)] = anyPath.exec(path) ?? []
  const index = Number(digits.replaceAll(/[x/]/g, ""))
  const [level, width] = [place === "entries" ? 0 : countIn(place), countIn(partial)]
  const isMeant = (place === "entries") === (what === "entries")
  const isThere = level !== null && level <= highestLevel && isCount(index)
  if (!isMeant || !isThere || width === null || width === 0 || width > tileWidth) {
    return malformed(`${JSON.stringify(path)} is not the path of ${what === "entries" ? "entries" : "a tile"}`)
  }
  const tile = tileAt(level, index, width)
  const spelled = what === "entries" ? entriesPath(tile) : tilePath(tile)
  return spelled === path ? tile : malformed(`${JSON.stringify(path)} is not how ${spelled} is spelled`)
}

/** The tile that the path names. */
export const parseTilePath = (path: string): Tile | Malformed => placeIn(path, "hashes")

/** The tile of level 0 whose entries the path names. */
export const parseEntriesPath = (path: string): Tile | Malformed => placeIn(path, "entries")
