/**
 * The tree as it is stored: its tiles, and the bytes of the leaves behind them.
 *
 * A signer believes no root that it has not computed. It begins with the edge of the tree that was signed last, found
 * in tiles and in the stored bytes behind them, and hashes every event that came since.
 */
import {
  consistencyProof,
  edgeIn,
  growEdge,
  hashesInTiles,
  inclusionProof,
  leafHash,
  partialTiles,
  tilePath,
  tilesBelowEdge,
  tileWidth,
  UnusableTile
} from "@peerwork/ledger"
import type { HashReader, RightEdge, Tile, TileWithBytes } from "@peerwork/ledger"
import * as Effect from "effect/Effect"
import type { Store } from "../EventStore.ts"
import { everything } from "../EventStore.ts"
import { Position } from "../Position.ts"
import { LogCorrupt } from "../StoreErrors.ts"
import type { ReadError } from "../StoreErrors.ts"

/** What a signer reads of a store. */
export type SignedLog = Pick<Store, "origin" | "treeHead" | "tile" | "readPage">

/** So many leaves are read at once. */
const leavesAtOnce = 1000

/** The stored bytes of the leaves after one position and up to another, hashed: the first thousand of them. */
const leafHashes = (log: SignedLog, after: number, upTo: number) =>
  Effect.map(
    log.readPage({ query: everything, after: Position(after), upTo: Position(upTo), limit: leavesAtOnce }),
    ({ events }) => events.map(({ bytes }) => leafHash(bytes))
  )

const loadTile = (log: SignedLog, { index, level, width }: Tile): Effect.Effect<Uint8Array | null, ReadError> =>
  width === tileWidth
    ? log.tile(level, index)
    : Effect.map(leafHashes(log, index * tileWidth, index * tileWidth + width), (hashes) => Buffer.concat(hashes))

const load = (log: SignedLog, tiles: ReadonlyArray<Tile>) =>
  Effect.map(
    Effect.forEach(tiles, (tile) => Effect.map(loadTile(log, tile), (bytes) => [tilePath(tile), bytes] as const)),
    (loaded) => new Map(loaded)
  )

/** The first event that the tile stands for. */
const firstIn = ({ index, level }: Tile): Position => Position(index * tileWidth ** (level + 1) + 1)

/** Finds something in tiles; one that is missing or too short is damage. */
const finding = <A>(find: () => A): Effect.Effect<A, LogCorrupt> =>
  Effect.try({
    try: find,
    catch: (error) => {
      if (error instanceof UnusableTile) return new LogCorrupt({ kind: "hash", at: firstIn(error.tile) })
      throw error
    }
  })

/** The edge of the tree over the first `size` events, as they are stored now. */
export const storedEdge = (log: SignedLog, size: number): Effect.Effect<RightEdge, ReadError> =>
  Effect.flatMap(
    load(log, tilesBelowEdge(size)),
    (tiles) => finding(() => edgeIn(size, (tile) => tiles.get(tilePath(tile)) ?? null))
  )

/** The edge after every event up to `size`, hashed anew, and the tiles that became full on the way. */
export const grownTo = (log: SignedLog, from: RightEdge, size: number) =>
  Effect.gen(function*() {
    const tiles: Array<TileWithBytes> = []
    let edge = from
    while (edge.size < size) {
      const hashes = yield* leafHashes(log, edge.size, size)
      if (hashes.length === 0) break
      const grown = growEdge(edge, hashes)
      tiles.push(...grown.tiles)
      edge = grown.edge
    }
    return { edge, tiles }
  })

/** A tile that a proof asks for and that was not loaded yet. */
class Wanted extends Error {
  readonly tile: Tile

  constructor(tile: Tile) {
    super(tilePath(tile))
    this.tile = tile
  }
}

const orWanted = <A>(find: () => A): A | Wanted => {
  try {
    return find()
  } catch (error) {
    if (error instanceof Wanted) return error
    throw error
  }
}

/** What is found in the tiles of the tree with this edge; full tiles are loaded as they are asked for. */
const inTiles = <A>(log: SignedLog, edge: RightEdge, find: (read: HashReader) => A) =>
  Effect.gen(function*() {
    const loaded = new Map<string, Uint8Array | null>(
      partialTiles(edge).map(({ bytes, tile }) => [tilePath(tile), bytes])
    )
    const read = hashesInTiles(edge.size, (tile) => {
      const bytes = loaded.get(tilePath(tile))
      if (bytes === undefined) throw new Wanted(tile)
      return bytes
    })
    for (;;) {
      const found = yield* finding(() => orWanted(() => find(read)))
      if (!(found instanceof Wanted)) return found
      loaded.set(tilePath(found.tile), yield* loadTile(log, found.tile))
    }
  })

/** That the tree of size `from` was the beginning of the one with this edge, out of stored tiles. */
export const storedConsistency = (log: SignedLog, from: number, edge: RightEdge) =>
  inTiles(log, edge, (read) => consistencyProof(from, edge.size, read))

/** That the event at the position is in the tree with this edge, out of stored tiles. */
const storedInclusion = (log: SignedLog, position: number, edge: RightEdge) =>
  inTiles(log, edge, (read) => inclusionProof(position - 1, edge.size, read))

/** The same tile, as it was stored when it became full. */
export const isStored = (log: SignedLog, { bytes, tile }: TileWithBytes): Effect.Effect<boolean, ReadError> =>
  Effect.map(log.tile(tile.level, tile.index), (stored) => stored !== null && Buffer.compare(stored, bytes) === 0)

/** The same for trees that are told by their sizes: whoever asks for a receipt, or for what a witness wants to see. */
export const consistencyBetween = (log: SignedLog, from: number, size: number) =>
  Effect.flatMap(storedEdge(log, size), (edge) => storedConsistency(log, from, edge))

export const inclusionIn = (log: SignedLog, position: number, size: number) =>
  Effect.flatMap(storedEdge(log, size), (edge) => storedInclusion(log, position, edge))
