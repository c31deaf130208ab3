/**
 * The tree in the file of a log, hashed anew from every stored event: what a copy is worth.
 *
 * It believes no root in the file. The size and the root that come out are compared with the newest commit, and the
 * roots on the way with whatever was signed.
 */
import { emptyEdge, frontierOf, growEdge, leafHash, rootOf, sameHash } from "@peerwork/ledger"
import type { DatabaseSync } from "node:sqlite"
import { cannotOpen } from "./CannotOpen.ts"
import { text, whole } from "./PreparedStatements.ts"
import { valueOf } from "./SqliteConnection.ts"

export interface TreeInFile {
  readonly origin: string
  readonly size: number
  /** The root over the first events, for each size that was asked for and is not beyond the end. */
  readonly rootAt: (size: number) => Uint8Array | null
}

/** So many events are hashed before the tree grows. */
const batch = 1024

const damaged = (file: string, at: number) =>
  cannotOpen("damaged", `${file} is damaged: the events up to position ${at} do not give the root of their commit`)

/** Hashes the whole log. Throws `CannotOpen` where its end is not what its newest commit says. */
export const treeInFile = (db: DatabaseSync, file: string, sizes: ReadonlyArray<number> = []): TreeInFile => {
  const newest = db.prepare("SELECT size, root FROM commits ORDER BY first DESC LIMIT 1").get()
  const wanted = [...new Set(sizes)].sort((a, b) => a - b)
  const roots = new Map<number, Uint8Array>()
  let edge = emptyEdge
  let waiting: Array<Uint8Array> = []
  const grow = () => {
    edge = growEdge(edge, waiting).edge
    waiting = []
    if (wanted.includes(edge.size)) roots.set(edge.size, rootOf(frontierOf(edge)))
  }
  for (const row of db.prepare("SELECT position, envelope FROM events ORDER BY position").iterate()) {
    const position = edge.size + waiting.length + 1
    if (whole(row, "position") !== position) throw damaged(file, position)
    waiting.push(leafHash(text(row, "envelope")))
    if (waiting.length === batch || wanted.includes(position)) grow()
  }
  grow()
  roots.set(edge.size, rootOf(frontierOf(edge)))
  const isWhole = newest === undefined
    ? edge.size === 0
    : whole(newest, "size") === edge.size && sameHash(newest["root"] as Uint8Array, rootOf(frontierOf(edge)))
  if (!isWhole) throw damaged(file, edge.size)
  return {
    origin: String(valueOf(db, "SELECT origin FROM log")),
    size: edge.size,
    rootAt: (size) => size === 0 ? rootOf(frontierOf(emptyEdge)) : roots.get(size) ?? null
  }
}
