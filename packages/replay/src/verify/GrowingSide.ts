/**
 * A tree that is grown beside a bundle: its roots at the sizes that are wanted, and the tiles that are not as it says.
 */
import {
  emptyEdge,
  emptyRoot,
  frontierOf,
  partialTiles,
  type RightEdge,
  rootOf,
  tilePath,
  type TileWithBytes
} from "@peerwork/ledger"
import type { BundleFiles } from "./BundleFiles.ts"
import { growThrough } from "./GrowThrough.ts"

/** A tree as a check has grown it. */
export interface Side {
  readonly size: () => number
  /** The root when the tree had this size; null where it was not asked for, or not reached. */
  readonly rootAt: (size: number) => Uint8Array | null
  /** The tiles above the leaves that the bundle has otherwise, or not at all. */
  readonly unlike: () => ReadonlyArray<UnlikeTile>
}

export interface UnlikeTile {
  readonly path: string
  readonly isMissing: boolean
}

export interface GrowingSide extends Side {
  readonly grow: (leafHashes: ReadonlyArray<Buffer>, sizes: ReadonlyArray<number>) => void
  /** The tiles that are not full are compared when there is nothing more to come. */
  readonly end: () => void
  /** Another tree with the same leaves so far. */
  readonly copied: () => GrowingSide
}

interface Grown {
  readonly edge: RightEdge
  readonly roots: ReadonlyMap<number, Uint8Array>
  readonly unlike: ReadonlyArray<UnlikeTile>
}

const nothing: Grown = { edge: emptyEdge, roots: new Map(), unlike: [] }

export const growingSide = (files: BundleFiles, before: Grown = nothing): GrowingSide => {
  let { edge } = before
  const roots = new Map(before.roots)
  const unlike = [...before.unlike]
  const compare = (tiles: ReadonlyArray<TileWithBytes>) => {
    for (const { bytes, tile } of tiles) {
      // Those of leaves are compared hash by hash
      if (tile.level === 0) continue
      const path = tilePath(tile)
      const kept = files.read(path)
      if (kept?.equals(bytes) !== true) unlike.push({ path, isMissing: kept === null })
    }
  }
  return {
    size: () => edge.size,
    rootAt: (size) => size === 0 ? emptyRoot : roots.get(size) ?? null,
    unlike: () => unlike,
    grow: (leafHashes, sizes) => {
      const grown = growThrough(edge, leafHashes, sizes, (size, at) => roots.set(size, rootOf(frontierOf(at))))
      edge = grown.edge
      compare(grown.tiles)
    },
    end: () => compare(partialTiles(edge)),
    copied: () => growingSide(files, { edge, roots, unlike })
  }
}
