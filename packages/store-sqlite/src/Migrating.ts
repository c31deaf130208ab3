/**
 * Migrating: bringing the tables of a log to the version that this build knows.
 *
 * It runs while the writer's lock is held and before anybody can read or write. Steps run in order, each once, in one
 * transaction, and only forwards. A file that a later build has migrated is not touched, and neither is one whose steps
 * are not the ones of this build.
 */
import * as Reactivity from "@effect/experimental/Reactivity"
import * as Migrator from "@effect/sql/Migrator"
import { SqlClient } from "@effect/sql/SqlClient"
import * as Effect from "effect/Effect"
import type { DatabaseSync } from "node:sqlite"
import { cannotOpen } from "./CannotOpen.ts"
import type { CannotOpen } from "./CannotOpen.ts"
import { foreignIn } from "./ForeignObjects.ts"
import { sqliteClient } from "./SqliteClient.ts"
import { checksumOf, schemaSteps } from "./SqliteSchema.ts"
import type { SchemaStep } from "./SqliteSchema.ts"

const table = "migrations"

const nameOf = (step: SchemaStep): string => `${step.says} (${checksumOf(step)})`

const resolved = (step: SchemaStep): Migrator.ResolvedMigration => [
  step.version,
  nameOf(step),
  Effect.succeed(Effect.flatMap(SqlClient, (sql) => Effect.forEach(step.statements, (text) => sql.unsafe(text))))
]

const run = Migrator.make({})({ table, loader: Effect.succeed(schemaSteps.map(resolved)) })

/** The steps that the file has been through, by version. */
const stepsIn = (db: DatabaseSync): ReadonlyMap<number, string> => {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined
  if (!known) return new Map()
  const rows = db.prepare(`SELECT migration_id, name FROM ${table} ORDER BY migration_id`).all()
  return new Map(rows.map((row) => [Number(row["migration_id"]), String(row["name"])]))
}

const problemOf = (done: ReadonlyMap<number, string>): CannotOpen | null => {
  const [newest, ours] = [Math.max(0, ...done.keys()), schemaSteps.length]
  if (newest > ours) {
    return cannotOpen(
      "newer schema",
      `A newer Peerwork has written this log (schema ${newest}, this build knows ` +
        `${ours}); start that version, or a later one`
    )
  }
  const changed = schemaSteps.find((step) => done.has(step.version) && done.get(step.version) !== nameOf(step))
  return changed === undefined ? null : cannotOpen(
    "changed schema",
    `Step ${changed.version} of this log's schema is not the one of this build; start the build that wrote it`
  )
}

/** Why the tables are not to be used: another build has made them, or somebody else something beside them. */
export const otherSchemaIn = (db: DatabaseSync, file: string): CannotOpen | null =>
  problemOf(stepsIn(db)) ?? foreignIn(db, file, schemaSteps.flatMap(({ statements }) => statements), table)

/** Brings the file to the newest schema, or says why it must not be touched. */
export const migrate = (db: DatabaseSync): Effect.Effect<void, CannotOpen> =>
  Effect.gen(function*() {
    const problem = otherSchemaIn(db, db.location() ?? "The log")
    if (problem !== null) return yield* problem
    const client = yield* sqliteClient(db)
    yield* Effect.provideService(run, SqlClient, client)
  }).pipe(
    Effect.provide(Reactivity.layer),
    Effect.sandbox,
    Effect.catchAll((cause) =>
      cause._tag === "Fail" && cause.error._tag === "CannotOpen"
        ? cause.error
        : cannotOpen("damaged", "The tables of the log could not be brought up to date; restore it from a copy", cause)
    )
  )
