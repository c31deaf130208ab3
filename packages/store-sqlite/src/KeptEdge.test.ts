/**
 * Proves that the tree goes on only from what the disk really holds: an altered end of the log is found when it is
 * opened, and an altered newest commit before the next append.
 */
import type { Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, it } from "vitest"
import { logIn, open } from "./OpenLog.ts"
import { aRequest } from "./testing/SampleRequest.ts"
import { folderInMemory } from "./testing/SqliteFixture.ts"

const run = <A>(body: (folder: string) => Effect.Effect<A, unknown, Scope.Scope>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(folderInMemory, body)))

const fill = (store: Store, count: number) =>
  Effect.forEach(Array.from({ length: count }, (_, at) => aRequest(at + 1)), store.append, { discard: true })

/** Changes what the tables refuse to change, as somebody with the file can. */
const alter = (folder: string, sql: string): void => {
  const db = new DatabaseSync(logIn(folder))
  for (const table of ["commits", "events", "tiles"]) {
    db.exec(`DROP TRIGGER IF EXISTS ${table}_refuse_update; DROP TRIGGER IF EXISTS ${table}_refuse_delete`)
  }
  db.exec(sql)
  db.close()
}

const opened = (folder: string) => Effect.scoped(Effect.flatMap(open({ folder }), (store) => store.treeHead))

/** One changed character, so that every length stays as it was. */
const changedText = (position: number) =>
  `UPDATE events SET envelope = replace(envelope, 'ThingHappened', 'ThingHappenec') WHERE position = ${position}`

/** A blob with its last byte changed. */
const changedBlob = (table: string, column: string, where: string) =>
  `UPDATE ${table} SET ${column} = CAST(substr(${column}, 1, length(${column}) - 1) ||
   iif(substr(${column}, -1) = x'00', x'01', x'00') AS BLOB) WHERE ${where}`

describe("a log of 300 events", () => {
  const damages: ReadonlyArray<readonly [string, string]> = [
    ["an event behind its last full tile was altered", changedText(299)],
    ["the tile was altered, out of which the frontier is found", changedBlob("tiles", "hashes", "true")],
    ["the tile is gone", "DELETE FROM tiles"],
    ["the newest root was altered", changedBlob("commits", "root", "last = 300")],
    ["the newest frontier was altered", changedBlob("commits", "frontier", "last = 300")],
    ["the newest frontier was cut", "UPDATE commits SET frontier = substr(frontier, 2) WHERE last = 300"]
  ]

  it.each(damages)(
    "is not opened where %s, and says at which position",
    (_, sql) =>
      run((folder) =>
        Effect.gen(function*() {
          yield* Effect.scoped(Effect.flatMap(open({ folder }), (store) => fill(store, 300)))
          expect(yield* opened(folder)).toMatchObject({ size: 300 })
          alter(folder, sql)
          expect(yield* Effect.flip(opened(folder))).toMatchObject({
            reason: "damaged",
            says: "The log is damaged at position 300 (hash); stop, and compare it with a copy"
          })
        })
      )
  )

  it("takes no further event where its newest commit is no longer the one that it made", () =>
    run((folder) =>
      Effect.gen(function*() {
        const store = yield* open({ folder })
        yield* fill(store, 300)
        alter(folder, changedBlob("commits", "root", "last = 300"))
        const error = yield* Effect.flip(store.append(aRequest(301)))
        expect(error).toMatchObject({ _tag: "LogCorrupt", kind: "hash", at: 300 })
        expect(yield* store.head).toBe(300)
      })
    ))
})
