/**
 * The right edge of a tree: for each level of tiles, the hashes that wait until their tile is full.
 *
 * It is all that has to be known of a tree to grow it: its frontier, its root and every tile that becomes full follow
 * from it, at about one hash of two nodes for each leaf. An edge is a value: growing answers a new one and leaves the
 * old one as it was, so a transaction that comes to nothing has changed nothing.
 */
import { appendLeaves, type CompactRange, emptyRange, rootOf } from "./CompactRange.ts"
import { hashLength, rootOfRow } from "./Hashing.ts"
import { isCount } from "./OneSpelling.ts"
import { hashesAt, type Tile, tileAt, tileWidth } from "./Tile.ts"
import { type LoadTile, UnusableTile } from "./TileTree.ts"

/** The unfinished tile of a level, and the compact range of its hashes. */
interface Row {
  readonly hashes: Buffer
  readonly range: CompactRange
}

export interface RightEdge {
  readonly _tag: "RightEdge"
  /** The number of leaves. */
  readonly size: number
  /** From the leaves upwards. */
  readonly rows: ReadonlyArray<Row>
}

/** A tile with its bytes. */
export interface TileWithBytes {
  readonly tile: Tile
  readonly bytes: Buffer
}

/** A tree that has grown: its new edge, and the tiles that became full, those of leaves first. */
export interface Grown {
  readonly edge: RightEdge
  readonly tiles: ReadonlyArray<TileWithBytes>
}

const tileLength = tileWidth * hashLength

const emptyRow: Row = { hashes: Buffer.alloc(0), range: emptyRange() }

/** The edge of the tree without leaves. */
export const emptyEdge: RightEdge = { _tag: "RightEdge", size: 0, rows: [] }

const hashesOf = (bytes: Buffer): ReadonlyArray<Buffer> =>
  Array.from({ length: bytes.length / hashLength }, (_, at) => bytes.subarray(at * hashLength, (at + 1) * hashLength))

const longer = ({ hashes, range }: Row, more: Buffer): Row => ({
  hashes: Buffer.concat([hashes, more]),
  range: appendLeaves(range, hashesOf(more))
})

/** The row with more hashes behind it, every tile that it filled, and their roots. */
const fill = (row: Row, more: Buffer) => {
  const [tiles, roots]: [Array<Buffer>, Array<Uint8Array>] = [[], []]
  let last = row
  for (let at = 0; at < more.length;) {
    const end = at + tileLength - last.hashes.length
    last = longer(last, more.subarray(at, end))
    at = end
    if (last.hashes.length < tileLength) continue
    tiles.push(last.hashes)
    roots.push(rootOf(last.range))
    last = emptyRow
  }
  return { row: last, tiles, roots }
}

/** The tree with these leaves behind it, told by their hashes. */
export const growEdge = ({ rows: before, size }: RightEdge, leafHashes: ReadonlyArray<Uint8Array>): Grown => {
  const wrong = leafHashes.find((hash) => hash.length !== hashLength)
  if (wrong !== undefined) throw new RangeError(`A leaf hash has ${hashLength} bytes, not ${wrong.length}`)
  if (!isCount(size + leafHashes.length)) throw new RangeError("A tree has no more than 2^53 - 1 leaves")
  const rows = [...before]
  const tiles: Array<TileWithBytes> = []
  let more = leafHashes
  for (let level = 0; more.length > 0; level++) {
    const filled = fill(rows[level] ?? emptyRow, Buffer.concat(more))
    const first = Math.floor(hashesAt(size, level) / tileWidth)
    filled.tiles.forEach((bytes, at) => tiles.push({ tile: tileAt(level, first + at, tileWidth), bytes }))
    rows[level] = filled.row
    more = filled.roots
  }
  return { edge: { _tag: "RightEdge", size: size + leafHashes.length, rows }, tiles }
}

/** The frontier of the tree: the compact ranges of its rows, the highest first. */
export const frontierOf = ({ rows, size }: RightEdge): CompactRange => ({
  _tag: "CompactRange",
  begin: 0,
  end: size,
  nodes: rows.toReversed().flatMap(({ range }) => range.nodes)
})

/** The partial tiles of the tree, from the leaves upwards. */
export const partialTiles = ({ rows, size }: RightEdge): ReadonlyArray<TileWithBytes> =>
  rows.flatMap(({ hashes, range }, level) =>
    range.end === 0
      ? []
      : [{ tile: tileAt(level, Math.floor(hashesAt(size, level) / tileWidth), range.end), bytes: hashes }]
  )

/** The tiles out of which an edge is found: the partial one of leaves, and the full ones below each other row. */
export const tilesBelowEdge = (size: number): ReadonlyArray<Tile> => {
  const leaves = size % tileWidth
  const tiles = leaves === 0 ? [] : [tileAt(0, (size - leaves) / tileWidth, leaves)]
  for (let level = 1; hashesAt(size, level) > 0; level++) {
    const there = hashesAt(size, level)
    for (let index = there - there % tileWidth; index < there; index++) tiles.push(tileAt(level - 1, index, tileWidth))
  }
  return tiles
}

/**
 * The edge of the tree of this size, out of its full tiles and the partial one of leaves; another partial tile is
 * found from the full ones below it.
 */
export const edgeIn = (size: number, load: LoadTile): RightEdge => {
  const bytesOf = (tile: Tile): Uint8Array => {
    const bytes = load(tile)
    if (bytes === null) throw new UnusableTile(tile, "is missing")
    if (bytes.length === tile.width * hashLength) return bytes
    throw new UnusableTile(tile, `has ${bytes.length} bytes instead of 32 for each hash`)
  }
  const hashesIn = (level: number, first: number, count: number): Uint8Array =>
    level === 0
      ? bytesOf(tileAt(0, first / tileWidth, count))
      : Buffer.concat(
        Array.from({ length: count }, (_, at) => rootOfRow(bytesOf(tileAt(level - 1, first + at, tileWidth))))
      )
  const rows: Array<Row> = []
  for (let level = 0; hashesAt(size, level) > 0; level++) {
    const there = hashesAt(size, level)
    const count = there % tileWidth
    rows.push(count === 0 ? emptyRow : longer(emptyRow, Buffer.from(hashesIn(level, there - count, count))))
  }
  return { _tag: "RightEdge", size, rows }
}
