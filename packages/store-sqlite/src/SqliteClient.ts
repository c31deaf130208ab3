/**
 * Effect's `SqlClient` over a connection of Node's own SQLite.
 *
 * It serves what runs rarely: migrations, and whatever asks for SQL by hand. Appends and reads use prepared statements
 * on the connection itself. Transactions begin immediately, so that reading first and writing later cannot fail beside
 * another connection.
 */
import type * as Reactivity from "@effect/experimental/Reactivity"
import * as SqlClient from "@effect/sql/SqlClient"
import type { Connection } from "@effect/sql/SqlConnection"
import { SqlError } from "@effect/sql/SqlError"
import * as Statement from "@effect/sql/Statement"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { DatabaseSync, SQLInputValue } from "node:sqlite"

const isInput = (value: unknown): value is SQLInputValue =>
  value === null || ["string", "number", "bigint"].includes(typeof value) || value instanceof Uint8Array

const inputs = (values: ReadonlyArray<unknown>): ReadonlyArray<SQLInputValue> =>
  values.map((value) => {
    if (isInput(value)) return value
    throw new TypeError(`SQLite cannot keep a ${typeof value}`)
  })

const attempt = <A>(sql: string, run: () => A): Effect.Effect<A, SqlError> =>
  Effect.try({ try: run, catch: (cause) => new SqlError({ cause, message: `SQLite refused: ${sql}` }) })

const connectionOf = (db: DatabaseSync): Connection => {
  const rows = (sql: string, values: ReadonlyArray<unknown>) =>
    attempt(sql, () => db.prepare(sql).all(...inputs(values)))
  return {
    execute: (sql, values, transform) => Effect.map(rows(sql, values), (found) => transform?.(found) ?? found),
    executeRaw: rows,
    executeUnprepared: (sql, values, transform) =>
      Effect.map(rows(sql, values), (found) => transform?.(found) ?? found),
    executeValues: (sql, values) => Effect.map(rows(sql, values), (found) => found.map((row) => Object.values(row))),
    executeStream: () => Stream.fail(new SqlError({ cause: null, message: "Read by page, not by stream" }))
  }
}

/** A client over the connection; one statement or transaction at a time. */
export const sqliteClient = (
  db: DatabaseSync
): Effect.Effect<SqlClient.SqlClient, never, Reactivity.Reactivity> =>
  Effect.gen(function*() {
    const turn = yield* Effect.makeSemaphore(1)
    const connection = connectionOf(db)
    const taken = Effect.acquireRelease(turn.take(1), () => turn.release(1))
    return yield* SqlClient.make({
      acquirer: turn.withPermits(1)(Effect.succeed(connection)),
      transactionAcquirer: Effect.as(taken, connection),
      compiler: Statement.makeCompilerSqlite(),
      beginTransaction: "BEGIN IMMEDIATE",
      spanAttributes: [["db.system.name", "sqlite"]]
    })
  })
