/**
 * Reads every event of a bundle once: grows the tree over them, and compares it with the tiles that the bundle brings.
 *
 * Where an event and its tile differ, two trees are grown from there on: one over the events, one over what the tiles
 * claim. The root that was signed then tells which of them was altered.
 */
import { entriesPath, hashLength, leafHash, type Tile, tileAt, tilePath, tileWidth } from "@peerwork/ledger"
import { historyPath } from "../bundle/BundlePaths.ts"
import type { BundleFiles } from "./BundleFiles.ts"
import { altered, type Findings, unreadable } from "./Finding.ts"
import { type GrowingSide, growingSide, type Side } from "./GrowingSide.ts"
import { sizesUpwards } from "./GrowThrough.ts"
import { type LeafChains, membersIn, noEnvelope } from "./LeafChains.ts"
import { repeatedLines, type UnlikeLine } from "./RepeatedLines.ts"

/** What else is asked of every leaf. */
export type AskLeaf = (position: number, leaf: Buffer) => void

export interface ToRead {
  readonly files: BundleFiles
  readonly size: number
  /** Sizes at which roots are wanted. */
  readonly sizes: ReadonlyArray<number>
  readonly chains: LeafChains
  readonly found: Findings
  readonly ask: AskLeaf
  readonly progress: (position: number) => void
}

/** An event that differs from what its tile claims. */
export interface Differing {
  readonly position: number
  readonly tile: string
}

/** Where the lines that repeat the events do not. */
export interface UnlikeRepeat extends UnlikeLine {
  readonly position: number
  /** The file with the event of that position. */
  readonly entries: string
  /** What its tile claims; null where that is missing. */
  readonly claimed: Buffer | null
}

export interface EntriesRead {
  /** The tree over the events; it ends early where one could not be read. */
  readonly events: Side
  /** The tree that the tiles claim, where it is another one and none of them is missing. */
  readonly claimed: Side | null
  readonly differing: ReadonlyArray<Differing>
  readonly unlikeRepeat: UnlikeRepeat | null
}

/** Up to 256 events, and the hashes that their tile claims. */
interface Piece {
  readonly tile: Tile
  /** The number of events before them. */
  readonly first: number
  readonly leaves: ReadonlyArray<Buffer>
  readonly hashes: ReadonlyArray<Buffer>
  /** The file that the events were read from; null where there is none. */
  readonly path: string | null
  /** Whether it is the one that is due, and holds the events and nothing else. */
  readonly isExact: boolean
  readonly claims: ReadonlyArray<Buffer> | null
}

/** The leaves before the first that cannot be read, and whether they are all that the file holds. */
const leavesIn = (bytes: Buffer, most: number) => {
  const leaves: Array<Buffer> = []
  let at = 0
  while (at + 2 <= bytes.length && leaves.length < most) {
    const end = at + 2 + bytes.readUInt16BE(at)
    if (end > bytes.length) break
    leaves.push(bytes.subarray(at + 2, end))
    at = end
  }
  return { leaves, isExact: at === bytes.length && leaves.length === most }
}

const hashesIn = (row: Buffer): ReadonlyArray<Buffer> =>
  Array.from({ length: row.length / hashLength }, (_, at) => row.subarray(at * hashLength, (at + 1) * hashLength))

/** The file of entries that is due, or the longest that stands in its place. */
const entriesOf = (files: BundleFiles, tile: Tile): { readonly path: string; readonly bytes: Buffer } | null => {
  const due = entriesPath(tile)
  const bytes = files.read(due)
  if (bytes !== null) return { path: due, bytes }
  const full = entriesPath(tileAt(0, tile.index, tileWidth))
  const [other] = files.paths.filter((path) => path === full || path.startsWith(`${full}.p/`))
    .map((path) => ({ path, bytes: files.read(path) ?? Buffer.alloc(0) }))
    .toSorted((a, b) => b.bytes.length - a.bytes.length)
  return other ?? null
}

const pieceAt = (files: BundleFiles, size: number, index: number): Piece => {
  const first = index * tileWidth
  const tile = tileAt(0, index, Math.min(tileWidth, size - first))
  const entries = entriesOf(files, tile)
  const { isExact, leaves } = leavesIn(entries?.bytes ?? Buffer.alloc(0), tile.width)
  const claim = files.read(tilePath(tile))
  const claims = claim?.length === tile.width * hashLength ? hashesIn(claim) : null
  return {
    tile,
    first,
    leaves,
    hashes: leaves.map(leafHash),
    path: entries?.path ?? null,
    isExact: isExact && entries?.path === entriesPath(tile),
    claims
  }
}

const unlikeIn = ({ claims, first, hashes, tile }: Piece): ReadonlyArray<Differing> =>
  claims === null ?
    [] :
    hashes.flatMap((hash, at) =>
      claims[at]?.equals(hash) === true ? [] : [{ position: first + at + 1, tile: tilePath(tile) }]
    )

const missingIn = ({ first, leaves, path, tile }: Piece, unlike: ReadonlyArray<Differing>) => {
  const due = entriesPath(tile)
  if (path === null) return unreadable(`${due} is missing, with the events from position ${first + 1} on`, first + 1)
  const position = unlike[0]?.position ?? first + leaves.length + 1
  return path === due
    ? altered(`${due} does not hold ${tile.width} events and nothing else`, position, due)
    : altered(`${due} is missing, and ${path} stands in its place`, position, due)
}

/** What is wrong with a tile of hashes that cannot be used. */
const noTile = (files: BundleFiles, tile: Tile) => {
  const path = tilePath(tile)
  return files.read(path) === null
    ? unreadable(`${path} is missing`, null, path)
    : altered(`${path} does not have the length of ${tile.width} hashes`, null, path)
}

const askLeaves = ({ ask, chains, found }: ToRead, { first, hashes, leaves }: Piece): void => {
  for (const [at, leaf] of leaves.entries()) {
    const envelope = membersIn(leaf)
    const position = first + at + 1
    if (envelope === null) found.add(noEnvelope(position))
    else for (const finding of chains.next(position, envelope, hashes[at] as Buffer)) found.add(finding)
    ask(position, leaf)
  }
}

/** Reads all events, in pieces that are as long as a tile. */
export const readEntries = (to: ToRead): EntriesRead => {
  const { files, found, progress, size } = to
  const upwards = sizesUpwards(to.sizes)
  const lines = repeatedLines(files, historyPath)
  const events = growingSide(files)
  const differing: Array<Differing> = []
  let claimed: GrowingSide | null = null
  let unlikeRepeat: UnlikeRepeat | null = null
  let [areTilesThere, areEventsThere] = [true, true]

  const readEvents = (piece: Piece, sizes: ReadonlyArray<number>, unlike: ReadonlyArray<Differing>) => {
    const { first, hashes, leaves, tile } = piece
    differing.push(...unlike)
    if (!piece.isExact) found.add(missingIn(piece, unlike))
    events.grow(hashes, sizes.filter((each) => each <= first + hashes.length))
    askLeaves(to, piece)
    const line = lines.firstUnlike(leaves)
    if (line !== null) {
      unlikeRepeat = {
        ...line,
        position: first + line.at + 1,
        entries: piece.path ?? entriesPath(tile),
        claimed: piece.claims?.[line.at] ?? null
      }
    }
    areEventsThere = piece.isExact
  }

  const readPiece = (piece: Piece) => {
    const { claims, first, tile } = piece
    const sizes = upwards.upTo(first + tile.width)
    const unlike = unlikeIn(piece)
    if (claims === null && areTilesThere) found.add(noTile(files, tile))
    areTilesThere &&= claims !== null
    if (areTilesThere && claimed === null && (unlike.length > 0 || !piece.isExact)) claimed = events.copied()
    if (areEventsThere) readEvents(piece, sizes, unlike)
    if (claims !== null) claimed?.grow(claims, sizes)
    progress(first + tile.width)
  }

  // Where neither is there any more, nothing is left to read, however many events a checkpoint claims
  for (let index = 0; index * tileWidth < size && (areEventsThere || areTilesThere); index++) {
    readPiece(pieceAt(files, size, index))
  }
  if (areEventsThere && lines.hasMore()) {
    found.add(
      altered(`${historyPath} has more lines than there are events, from line ${size + 1} on`, size + 1, historyPath)
    )
  }
  lines.close()
  if (areEventsThere) events.end()
  claimed = areTilesThere ? claimed : null
  // TypeScript does not see what the closure above has assigned
  const other = claimed as GrowingSide | null
  other?.end()
  return { events, claimed: other, differing, unlikeRepeat }
}
