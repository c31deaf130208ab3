/**
 * What an operator can do who holds every key: one event told otherwise, and everything that rests on it made anew.
 *
 * Leaf hashes, the chains of streams, roots, frontiers, tiles and signatures all fit afterwards. Nothing in the folder
 * shows that anything was changed; only what somebody else kept does.
 */
import {
  emptyEdge,
  formatCheckpoint,
  frontierBytes,
  frontierOf,
  growEdge,
  leafHash,
  parseSignerKey,
  rootOf,
  signNote
} from "@peerwork/ledger"
import type { RightEdge } from "@peerwork/ledger"
import { cpSync, readFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"

/** Does something to tables that refuse to be changed, and puts their triggers back. */
const behindTriggers = (db: DatabaseSync, work: () => void): void => {
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`)
  work()
  for (const { sql } of triggers) db.exec(String(sql))
}

/** The events with one told otherwise, each behind the hash of the one before it in its stream. */
const retold = (db: DatabaseSync, position: number, tell: (bytes: string) => string): ReadonlyArray<string> => {
  const ends = new Map<string, string>()
  return db.prepare("SELECT position, envelope FROM events ORDER BY position").all().map((row) => {
    const told = row["position"] === position ? tell(String(row["envelope"])) : String(row["envelope"])
    const { stream } = JSON.parse(told) as { readonly stream: string }
    const before = ends.get(stream)
    const bytes = before === undefined ? told : told.replace(/"previous":"[^"]*"/, `"previous":"${before}"`)
    ends.set(stream, leafHash(bytes).toString("base64"))
    return bytes
  })
}

const rewriteLog = (db: DatabaseSync, events: ReadonlyArray<string>): ReadonlyMap<number, Uint8Array> => {
  const roots = new Map<number, Uint8Array>()
  const commits = db.prepare("SELECT first, last FROM commits ORDER BY first").all()
  behindTriggers(db, () => {
    db.exec("DELETE FROM tiles")
    events.forEach((bytes, at) => db.prepare("UPDATE events SET envelope = ? WHERE position = ?").run(bytes, at + 1))
    let edge: RightEdge = emptyEdge
    for (const { first, last } of commits) {
      const grown = growEdge(edge, events.slice(Number(first) - 1, Number(last)).map((bytes) => leafHash(bytes)))
      edge = grown.edge
      const frontier = frontierOf(edge)
      roots.set(edge.size, rootOf(frontier))
      db.prepare("UPDATE commits SET root = ?, frontier = ? WHERE first = ?").run(
        rootOf(frontier),
        frontierBytes(frontier),
        Number(first)
      )
      for (const { bytes, tile } of grown.tiles) {
        db.prepare("INSERT INTO tiles (level, place, hashes) VALUES (?, ?, ?)").run(tile.level, tile.index, bytes)
      }
    }
  })
  return roots
}

const signAnew = (folder: string, roots: ReadonlyMap<number, Uint8Array>): void => {
  const key = parseSignerKey(readFileSync(`${folder}/keys/log-key`, "utf8").trim())
  if (key._tag === "Malformed") throw new Error(key.because)
  const db = new DatabaseSync(`${folder}/signer.db`)
  behindTriggers(db, () => {
    db.exec("DELETE FROM cosignatures")
    for (const table of ["signed", "last"]) {
      for (const row of db.prepare(`SELECT size FROM ${table} WHERE size > 0`).all()) {
        const size = Number(row["size"])
        const root = roots.get(size)
        if (root === undefined) throw new Error(`Nothing was committed up to ${size}`)
        const note = signNote(formatCheckpoint({ origin: key.verifier.name, size, root }), [key])
        db.prepare(`UPDATE ${table} SET root = ?, note = ? WHERE size = ?`).run(root, note, size)
      }
    }
  })
  db.close()
}

/** A copy of the data folder in which the event at the position is told otherwise, signed with the operator's keys. */
export const rewriteHistory = (
  folder: string,
  to: string,
  position: number,
  tell: (bytes: string) => string
): void => {
  cpSync(folder, to, { recursive: true })
  const db = new DatabaseSync(`${to}/events.sqlite`)
  const roots = rewriteLog(db, retold(db, position, tell))
  db.close()
  signAnew(to, roots)
}
