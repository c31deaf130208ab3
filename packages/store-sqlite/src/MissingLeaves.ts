/**
 * Bringing back events that were signed and are missing, from anybody who has them.
 *
 * Whoever brings them need not be trusted: taken up are exactly the events up to the size that was signed last, and only
 * if the root over all of them is the root that was signed. What stood beside the log for them, names and texts, is in
 * no bundle and does not come back. The same command sent again is then refused rather than answered, because the mark
 * by which it is known again is lost too.
 */
import { frontierBytes, frontierOf, growEdge, leafHash, rootOf, sameHash } from "@peerwork/ledger"
import { CommandId, Position } from "@peerwork/store"
import type { EventRow, Rows } from "@peerwork/store"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type { DatabaseSync } from "node:sqlite"
import { lastSignedIn, trying } from "./BackUp.ts"
import { type CannotOpen, cannotOpen } from "./CannotOpen.ts"
import { keptEdge } from "./KeptEdge.ts"
import { migrate } from "./Migrating.ts"
import { logIn } from "./OpenLog.ts"
import { prepare, queries, whole } from "./PreparedStatements.ts"
import { type Standing, standingOf } from "./Restore.ts"
import { sqliteConnection, valueOf } from "./SqliteConnection.ts"
import { insertRows, type Tables } from "./SqliteRows.ts"
import { writerLock } from "./WriterLock.ts"

/** The stored bytes of events after one position and up to another, in order, as far as whoever brings them has them. */
export type Brought = (after: number, upTo: number) => Iterable<{ readonly position: number; readonly bytes: string }>

interface Envelope {
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly schemaVersion: number
  readonly recordedAt: string
  readonly command: { readonly id: string }
  readonly tags: ReadonlyArray<string>
}

const rowOf = (
  position: number,
  bytes: string
): EventRow & { readonly command: string; readonly recordedAt: string } => {
  const { command, recordedAt, schemaVersion, stream, tags, type, version } = JSON.parse(bytes) as Envelope
  return {
    position: Position(position),
    stream,
    version,
    type,
    schemaVersion,
    tags,
    bytes,
    command: command.id,
    recordedAt
  }
}

/** Events that came with one command stand in one commit. */
const byCommand = (rows: ReadonlyArray<ReturnType<typeof rowOf>>) =>
  Arr.isNonEmptyReadonlyArray(rows) ? Arr.groupWith(rows, (a, b) => a.command === b.command) : []

const wanted = (bring: Brought, after: number, last: number): ReadonlyArray<ReturnType<typeof rowOf>> => {
  const rows: Array<ReturnType<typeof rowOf>> = []
  const next = () => after + rows.length + 1
  for (const { bytes, position } of bring(after, last)) {
    if (position !== next()) break
    rows.push(rowOf(position, bytes))
  }
  if (next() > last) return rows
  throw cannotOpen("damaged", `The event at position ${next()} was signed, and is not in what was brought`)
}

const insertAll = (db: DatabaseSync, bring: Brought, size: number, root: Uint8Array): void => {
  const statements = prepare(db)
  const tables: Tables = {
    origin: String(valueOf(db, "SELECT origin FROM log")),
    statements,
    query: queries(db),
    edge: keptEdge(statements)
  }
  const newest = statements.newestCommit.get()
  let edge = tables.edge.after(newest)
  const rows = wanted(bring, newest === undefined ? 0 : whole(newest, "size"), size)
  for (const events of byCommand(rows)) {
    const grown = growEdge(edge, events.map(({ bytes }) => leafHash(bytes)))
    edge = grown.edge
    const frontier = frontierOf(edge)
    const [first, last] = [Arr.headNonEmpty(events), Arr.lastNonEmpty(events)]
    insertRows(
      tables,
      {
        commit: {
          commandId: CommandId(first.command),
          fingerprint: "",
          first: first.position,
          last: last.position,
          recordedAt: first.recordedAt,
          metadata: "{}"
        },
        tree: { root: rootOf(frontier), frontier: frontierBytes(frontier), tiles: grown.tiles, edge },
        events,
        personal: [],
        lookups: []
      } satisfies Rows
    )
  }
  if (!sameHash(rootOf(frontierOf(edge)), root)) {
    throw cannotOpen(
      "damaged",
      "What was brought is not what was signed: the root over it is another. Nothing was changed"
    )
  }
}

const inTransaction = (db: DatabaseSync, work: () => void): void => {
  db.exec("BEGIN IMMEDIATE")
  try {
    work()
    db.exec("COMMIT")
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK")
    throw error
  }
}

/** Takes up the events that are missing, while nobody writes the log. */
export const bringBack = (folder: string, bring: Brought): Effect.Effect<Standing, CannotOpen> =>
  Effect.scoped(Effect.gen(function*() {
    yield* writerLock(folder)
    const { missing } = yield* trying(() => standingOf(folder))
    if (missing === null) return yield* trying(() => standingOf(folder))
    const db = yield* sqliteConnection(logIn(folder))
    yield* migrate(db)
    yield* trying(() => {
      const { root, size } = lastSignedIn(folder)
      inTransaction(db, () => insertAll(db, bring, size, root))
    })
    return yield* trying(() => standingOf(folder))
  }))
