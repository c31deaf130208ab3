/**
 * Growing a tree beside a check, and stopping at every size that somebody has vouched for.
 */
import { growEdge, type RightEdge, type TileWithBytes } from "@peerwork/ledger"

/** Told of the tree at a size that was asked for. */
export type AtSize = (size: number, edge: RightEdge) => void

/** Sizes in ascending order, each handed out once it is reached. */
export const sizesUpwards = (sizes: Iterable<number>): { readonly upTo: (end: number) => ReadonlyArray<number> } => {
  const sorted = [...new Set(sizes)].sort((a, b) => a - b)
  let at = 0
  return {
    upTo: (end) => {
      const begin = at
      while (at < sorted.length && (sorted[at] as number) <= end) at++
      return sorted.slice(begin, at)
    }
  }
}

/** A tree that has grown, and the tiles that became full. */
export interface GrownSide {
  readonly edge: RightEdge
  readonly tiles: ReadonlyArray<TileWithBytes>
}

/** The tree with these leaves behind it; stops at each of the sizes, which lie within them and ascend. */
export const growThrough = (
  before: RightEdge,
  leafHashes: ReadonlyArray<Buffer>,
  sizes: ReadonlyArray<number>,
  atSize: AtSize
): GrownSide => {
  const first = before.size
  const tiles: Array<TileWithBytes> = []
  let edge = before
  const growTo = (size: number) => {
    if (size <= edge.size) return
    const grown = growEdge(edge, leafHashes.slice(edge.size - first, size - first))
    edge = grown.edge
    tiles.push(...grown.tiles)
  }
  for (const size of sizes) {
    growTo(size)
    atSize(size, edge)
  }
  growTo(first + leafHashes.length)
  return { edge, tiles }
}
