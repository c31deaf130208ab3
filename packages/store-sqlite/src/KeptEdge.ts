/**
 * The right edge of the tree, kept between appends so that each hashes its own events and no others.
 *
 * It is only ever trusted as far as the newest commit row bears it out: where size or root differ, and when the log is
 * opened, the edge is found again from full tiles and from the stored bytes behind them. What is found then has to be
 * what the row says. Otherwise the bytes on the disk are no longer those that were written, and nothing is appended.
 */
import {
  edgeIn,
  emptyEdge,
  frontierBytes,
  frontierOf,
  leafHash,
  rootOf,
  tileWidth,
  UnusableTile
} from "@peerwork/ledger"
import type { RightEdge, Tile } from "@peerwork/ledger"
import { LogCorrupt, Position } from "@peerwork/store"
import type { StatementSync } from "node:sqlite"
import { bytes, text, whole } from "./PreparedStatements.ts"
import type { Statements } from "./PreparedStatements.ts"

type CommitRow = ReturnType<StatementSync["get"]>

export interface KeptEdge {
  /** The edge after this commit, or of the empty tree. Throws `LogCorrupt` where the disk holds another tree. */
  readonly after: (newest: CommitRow) => RightEdge
  /** Remembers the edge that a commit has left. */
  readonly keep: (edge: RightEdge, root: Uint8Array) => void
}

const leafHashes = (statements: Statements, { index, width }: Tile): Uint8Array => {
  const first = index * tileWidth
  return Buffer.concat(statements.leavesAfter.all(first, first + width).map((row) => leafHash(text(row, "envelope"))))
}

/** The full tile of leaves is kept like any other; only the last one, which is not full, is hashed anew. */
const load = (statements: Statements) => (tile: Tile): Uint8Array | null => {
  if (tile.width < tileWidth) return leafHashes(statements, tile)
  const row = statements.tile.get(tile.level, tile.index)
  return row === undefined ? null : bytes(row, "hashes")
}

const foundEdge = (statements: Statements, newest: CommitRow): RightEdge => {
  if (newest === undefined) return emptyEdge
  const size = whole(newest, "size")
  const damaged = () => new LogCorrupt({ kind: "hash", at: Position(size) })
  try {
    const edge = edgeIn(size, load(statements))
    const frontier = frontierOf(edge)
    const isWritten = Buffer.compare(frontierBytes(frontier), bytes(newest, "frontier")) === 0 &&
      Buffer.compare(rootOf(frontier), bytes(newest, "root")) === 0
    if (!isWritten) throw damaged()
    return edge
  } catch (error) {
    throw error instanceof UnusableTile ? damaged() : error
  }
}

/** The edge that is kept for one connection. */
export const keptEdge = (statements: Statements): KeptEdge => {
  let kept: { readonly edge: RightEdge; readonly root: Uint8Array } | null = null
  return {
    after: (newest) => {
      const isKept = newest !== undefined && kept?.edge.size === whole(newest, "size") &&
        Buffer.compare(kept.root, bytes(newest, "root")) === 0
      if (isKept && kept !== null) return kept.edge
      const edge = foundEdge(statements, newest)
      kept = { edge, root: rootOf(frontierOf(edge)) }
      return edge
    },
    keep: (edge, root) => {
      kept = { edge, root }
    }
  }
}
