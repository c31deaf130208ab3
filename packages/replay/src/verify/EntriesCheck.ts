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
import { repeatedLines } from "./RepeatedLines.ts"

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

export interface EntriesRead {
  /** The tree over the events; it ends early where one could not be read. */
  readonly events: Side
  /** The tree that the tiles claim, where it is another one and none of them is missing. */
  readonly claimed: Side | null
  readonly differing: ReadonlyArray<Differing>
}

/** Up to 256 events, and the hashes that their tile claims. */
interface Piece {
  readonly tile: Tile
  /** The number of events before them. */
  readonly first: number
  readonly leaves: ReadonlyArray<Buffer>
  readonly hashes: ReadonlyArray<Buffer>
  /** Null where the file of entries is missing. */
  readonly isExact: boolean | null
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

const pieceAt = (files: BundleFiles, size: number, index: number): Piece => {
  const first = index * tileWidth
  const tile = tileAt(0, index, Math.min(tileWidth, size - first))
  const bytes = files.read(entriesPath(tile))
  const { isExact, leaves } = bytes === null ? { leaves: [], isExact: null } : leavesIn(bytes, tile.width)
  const claim = files.read(tilePath(tile))
  const claims = claim?.length === tile.width * hashLength ? hashesIn(claim) : null
  return { tile, first, leaves, hashes: leaves.map(leafHash), isExact, claims }
}

const unlikeIn = ({ claims, first, hashes, tile }: Piece): ReadonlyArray<Differing> =>
  claims === null ?
    [] :
    hashes.flatMap((hash, at) =>
      claims[at]?.equals(hash) === true ? [] : [{ position: first + at + 1, tile: tilePath(tile) }]
    )

const missingIn = ({ first, isExact, leaves, tile }: Piece, unlike: ReadonlyArray<Differing>) => {
  const path = entriesPath(tile)
  if (isExact === null) {
    return unreadable(`${path} is missing, with the events from position ${first + 1} on`, first + 1)
  }
  const position = unlike[0]?.position ?? Math.min(first + leaves.length + 1, first + tile.width)
  return altered(`${path} does not hold ${tile.width} events and nothing else`, position, path)
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
  let [areTilesThere, areEventsThere] = [true, true]

  const readEvents = (piece: Piece, sizes: ReadonlyArray<number>, unlike: ReadonlyArray<Differing>) => {
    const { first, hashes, leaves, tile } = piece
    differing.push(...unlike)
    if (piece.isExact !== true) found.add(missingIn(piece, unlike))
    events.grow(hashes, sizes.filter((each) => each <= first + hashes.length))
    askLeaves(to, piece)
    const other = lines.firstUnlike(leaves)
    if (other !== null) {
      const says = `${historyPath} and ${entriesPath(tile)} differ at position ${first + other + 1}`
      found.add(altered(says, null, historyPath))
    }
    areEventsThere = piece.isExact === true
  }

  const readPiece = (piece: Piece) => {
    const { claims, first, tile } = piece
    const sizes = upwards.upTo(first + tile.width)
    const unlike = unlikeIn(piece)
    if (claims === null && areTilesThere) {
      found.add(unreadable(`${tilePath(tile)} is missing, or has another length`, null, tilePath(tile)))
    }
    areTilesThere &&= claims !== null
    if (areTilesThere && claimed === null && (unlike.length > 0 || piece.isExact !== true)) claimed = events.copied()
    if (areEventsThere) readEvents(piece, sizes, unlike)
    if (claims !== null) claimed?.grow(claims, sizes)
    progress(first + tile.width)
  }

  for (let index = 0; index * tileWidth < size; index++) readPiece(pieceAt(files, size, index))
  if (areEventsThere && lines.hasMore()) {
    found.add(altered(`${historyPath} has more lines than there are events`, null, historyPath))
  }
  lines.close()
  if (areEventsThere) events.end()
  claimed = areTilesThere ? claimed : null
  // TypeScript does not see what the closure above has assigned
  const other = claimed as GrowingSide | null
  other?.end()
  return { events, claimed: other, differing }
}
