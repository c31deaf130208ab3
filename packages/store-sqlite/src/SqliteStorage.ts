/**
 * The storage over SQLite: one Effect around one synchronous transaction.
 *
 * SQLite answers in the calling thread, so an append is a single step that no other fibre can come between: begin, load
 * the facts, plan, insert, commit. After the disk has failed under a COMMIT, what SQLite holds in memory and what the
 * disk holds may differ, so this storage takes no further append; opening the log again finds out what is there.
 */
import { StoreUnavailable } from "@peerwork/store"
import type {
  AppendRequest,
  Facts,
  LogStorage,
  Planned,
  StorageError,
  StoredEvent,
  StoredPageRequest,
  StoredPersonal
} from "@peerwork/store"
import * as Effect from "effect/Effect"
import * as PubSub from "effect/PubSub"
import type { DatabaseSync } from "node:sqlite"
import { keptEdge } from "./KeptEdge.ts"
import { position, prepare, queries, text } from "./PreparedStatements.ts"
import { commitErrorOf, storageErrorOf } from "./SqliteErrors.ts"
import { pageSql } from "./SqliteQuery.ts"
import { commitOf, factsOf, headOf, insertRows, tileOf, treeHeadOf } from "./SqliteRows.ts"
import type { Tables } from "./SqliteRows.ts"

const stopped = new StoreUnavailable({
  reason: "disk",
  cause: "the disk failed under a commit; open the log again to find out what it holds"
})

/** Runs statements; what SQLite refuses becomes a typed error, anything else is a defect. */
const attempt = <A>(run: () => A): Effect.Effect<A, StorageError> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(run())
    } catch (error) {
      const known = storageErrorOf(error)
      return known === null ? Effect.die(error) : Effect.fail(known)
    }
  })

const pageOf = (tables: Tables, request: StoredPageRequest): ReadonlyArray<StoredEvent> =>
  tables.query(pageSql(request)).map((row) => ({
    position: position(row, 0),
    bytes: text(row, 1)
  }))

const personalOf = ({ statements }: Tables, eventIds: ReadonlyArray<string>): ReadonlyArray<StoredPersonal> =>
  statements.personalOf.all(JSON.stringify(eventIds)).map((row) => ({
    eventId: text(row, "event_id"),
    name: text(row, "name"),
    subject: text(row, "subject"),
    class: text(row, "class"),
    value: text(row, "value")
  }))

/** Transactions one after another, and none after a commit whose outcome is unknown. */
const exclusively = (
  db: DatabaseSync,
  tables: Tables,
  hints: PubSub.PubSub<void>
): LogStorage["exclusively"] => {
  const { begin, commit, rollback } = tables.statements
  let sound = true
  /** Whether what was begun is undone; where even that fails, nothing can be said of the connection any more. */
  const undone = (): boolean => {
    try {
      if (db.isTransaction) rollback.run()
      return true
    } catch {
      return false
    }
  }
  const transaction = (request: AppendRequest, plan: (facts: Facts) => Planned) => {
    if (!sound) return stopped
    let committing = false
    try {
      begin.run()
      const planned = plan(factsOf(tables, request))
      if (planned._tag === "Insert") insertRows(tables, planned.rows)
      committing = planned._tag === "Insert"
      commit.run()
      if (planned._tag === "Insert") {
        tables.edge.keep(planned.rows.tree.edge, planned.rows.tree.root)
        hints.unsafeOffer(undefined)
      }
      return Effect.succeed(planned)
    } catch (error) {
      const known = committing ? commitErrorOf(error, request.commandId) : storageErrorOf(error)
      sound = undone() && known?._tag !== "CommitUnknown"
      return known === null ? Effect.die(error) : Effect.fail(known)
    }
  }
  return (request, plan) => Effect.suspend(() => transaction(request, plan))
}

/** The name of the log in the file. */
const originOf = (db: DatabaseSync): string => {
  const row = db.prepare("SELECT origin FROM log").get()
  return row === undefined ? "" : text(row, "origin")
}

/** The storage over a connection to a log whose tables are up to date; fails where their end is not what was written. */
export const sqliteStorage = (db: DatabaseSync, secret: Uint8Array): Effect.Effect<LogStorage, StorageError> =>
  Effect.gen(function*() {
    const hints = yield* PubSub.sliding<void>(1)
    const statements = prepare(db)
    const tables: Tables = { origin: originOf(db), statements, query: queries(db), edge: keptEdge(statements) }
    yield* attempt(() => tables.edge.after(statements.newestCommit.get()))
    return {
      origin: tables.origin,
      secret,
      exclusively: exclusively(db, tables, hints),
      head: attempt(() => headOf(tables)),
      treeHead: attempt(() => treeHeadOf(tables)),
      tile: (level, index) => attempt(() => tileOf(tables, level, index)),
      readPage: (request) => attempt(() => pageOf(tables, request)),
      commitOf: (commandId) => attempt(() => commitOf(tables, commandId)),
      personalOf: (eventIds) => attempt(() => personalOf(tables, eventIds)),
      subjectsOf: (kind, value, upTo) =>
        attempt(() =>
          tables.statements.subjectsOf.all(kind, value, upTo, upTo).map((row) => ({
            subject: text(row, "subject"),
            position: position(row, "position")
          }))
        ),
      hints: PubSub.subscribe(hints)
    }
  })
