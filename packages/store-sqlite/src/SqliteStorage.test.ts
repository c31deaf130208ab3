/**
 * Proves what a storage says when SQLite cannot do what it is asked: a typed error whose promise is kept. "Nothing was
 * written" means that nothing was, and an unknown outcome becomes known when the log is opened again.
 */
import { beginning, everything, make, Position } from "@peerwork/store"
import type { Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type * as Scope from "effect/Scope"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, it } from "vitest"
import { logIn, open, openStorage } from "./OpenLog.ts"
import { sqliteConnection } from "./SqliteConnection.ts"
import { sqliteStorage } from "./SqliteStorage.ts"
import { aRequest } from "./testing/SampleRequest.ts"
import { temporaryFolder } from "./testing/SqliteFixture.ts"

const run = <A>(body: (folder: string) => Effect.Effect<A, unknown, Scope.Scope>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(temporaryFolder, body)))

/** What SQLite reports, as Node hands it on. */
const sqliteError = (errcode: number): Error =>
  Object.assign(new Error("injected"), { code: "ERR_SQLITE_ERROR", errcode })

const codes = { busy: 5, busySnapshot: 517, ioFsync: 1034, full: 13, corrupt: 11 } as const

/** The connection, with a COMMIT that fails once: before it is made, or after. */
const failingOnce = (db: DatabaseSync, errcode: number, when: "before" | "after"): DatabaseSync =>
  new Proxy(db, {
    get(target, name) {
      if (name !== "prepare") {
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === "function"
          ? (...given: ReadonlyArray<unknown>): unknown => Reflect.apply(value, target, given)
          : value
      }
      return (sql: string) => {
        const statement = target.prepare(sql)
        if (sql !== "COMMIT") return statement
        let failed = false
        const commit = () => {
          if (failed) return statement.run()
          failed = true
          if (when === "after") statement.run()
          throw sqliteError(errcode)
        }
        return { run: commit }
      }
    }
  })

/** A store over the log in the folder, whose first COMMIT fails. */
const storeFailing = (
  folder: string,
  errcode: number,
  when: "before" | "after"
): Effect.Effect<Store, unknown, Scope.Scope> =>
  Effect.gen(function*() {
    const db = yield* sqliteConnection(logIn(folder))
    return make(yield* sqliteStorage(failingOnce(db, errcode, when), new Uint8Array(32)))
  })

const eventsIn = (folder: string) =>
  Effect.scoped(
    Effect.flatMap(open({ folder }), (store) =>
      Effect.map(store.readPage({ query: everything, after: beginning }), (page) => page.events.length))
  )

describe("a COMMIT that fails", () => {
  it.each([["busy", codes.busy], ["busy beside a reader", codes.busySnapshot]] as const)(
    "because the file is %s is known not to be made, and the next append succeeds",
    (_, code) =>
      run((folder) =>
        Effect.gen(function*() {
          yield* eventsIn(folder)
          const store = yield* storeFailing(folder, code, "before")
          const error = yield* Effect.flip(store.append(aRequest(1)))
          expect(error).toMatchObject({ _tag: "StoreUnavailable", reason: "busy" })
          expect(yield* store.append(aRequest(1))).toMatchObject({ first: 1, duplicate: false })
        })
      )
  )

  it.each([["before it was made", "before", 0], ["after it was made", "after", 1]] as const)(
    "with the disk, %s, is unknown; nothing more is appended, and opening the log again tells",
    (_, when, kept) =>
      run((folder) =>
        Effect.gen(function*() {
          yield* eventsIn(folder)
          yield* Effect.scoped(Effect.gen(function*() {
            const store = yield* storeFailing(folder, codes.ioFsync, when)
            const error = yield* Effect.flip(store.append(aRequest(1)))
            expect(error).toMatchObject({ _tag: "CommitUnknown", commandId: aRequest(1).commandId })
            const stopped = yield* Effect.flip(store.append(aRequest(1)))
            expect(stopped).toMatchObject({ _tag: "StoreUnavailable", reason: "disk" })
          }))
          expect(yield* eventsIn(folder)).toBe(kept)
          const again = yield* Effect.scoped(Effect.flatMap(open({ folder }), (store) => store.append(aRequest(1))))
          expect(again).toMatchObject({ first: 1, duplicate: kept === 1 })
        })
      )
  )
})

describe("a disk that is full", () => {
  it("refuses the append, keeps what was there, and takes the append again when there is room", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* Effect.scoped(openStorage({ folder }))
        const db = yield* sqliteConnection(logIn(folder))
        const store = make(yield* sqliteStorage(db, new Uint8Array(32)))
        yield* store.append(aRequest(1))
        db.exec("PRAGMA max_page_count = 1")
        const large = aRequest(2, {
          personal: Array.from({ length: 9 }, (_, index) => ({
            event: 0,
            name: String(index),
            subject: "someone",
            class: "conduct" as const,
            value: "x".repeat(30_000)
          }))
        })
        const error = yield* Effect.flip(store.append(large))
        expect(error).toMatchObject({ _tag: "StoreUnavailable", reason: "full" })
        expect(error.message).toBe("The disk is full, and nothing was written; try again later")
        expect(yield* store.head).toBe(1)
        db.exec("PRAGMA max_page_count = 100000")
        expect(yield* store.append(large)).toMatchObject({ first: 2, duplicate: false })
      })
    ))
})

describe("another connection that writes", () => {
  it("makes the append wait, and then say that the store is busy", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* eventsIn(folder)
        const db = yield* sqliteConnection(logIn(folder))
        db.exec("PRAGMA busy_timeout = 10")
        const store = make(yield* sqliteStorage(db, new Uint8Array(32)))
        const other = new DatabaseSync(logIn(folder))
        other.exec("BEGIN IMMEDIATE")
        const error = yield* Effect.flip(store.append(aRequest(1)))
        expect(error).toMatchObject({ _tag: "StoreUnavailable", reason: "busy" })
        other.exec("ROLLBACK")
        other.close()
        expect(yield* store.append(aRequest(1))).toMatchObject({ first: 1 })
      })
    ))
})

describe("a damaged log", () => {
  it("is noticed by whoever reads everything past an event that is gone", () =>
    run((folder) =>
      Effect.gen(function*() {
        const db = yield* Effect.scoped(openStorage({ folder })).pipe(Effect.zipRight(sqliteConnection(logIn(folder))))
        const store = make(yield* sqliteStorage(db, new Uint8Array(32)))
        for (const number of [1, 2, 3]) yield* store.append(aRequest(number))
        db.exec("DROP TRIGGER events_refuse_delete; PRAGMA foreign_keys = OFF; DELETE FROM events WHERE position = 2")
        const error = yield* Effect.flip(store.readPage({ query: everything, after: beginning }))
        expect(error).toMatchObject({ _tag: "LogCorrupt", kind: "gap", at: 2 })
      })
    ))

  it("is noticed by whoever reads bytes that are no envelope, with the position", () =>
    run((folder) =>
      Effect.gen(function*() {
        const db = yield* Effect.scoped(openStorage({ folder })).pipe(Effect.zipRight(sqliteConnection(logIn(folder))))
        const store = make(yield* sqliteStorage(db, new Uint8Array(32)))
        yield* store.append(aRequest(1))
        db.exec("DROP TRIGGER events_refuse_update")
        for (const [envelope, reason] of [['{"v":1', "malformed"], ['{"v":2}', "future version"]] as const) {
          db.prepare("UPDATE events SET envelope = ?").run(envelope)
          const error = yield* Effect.flip(store.readPage({ query: everything, after: beginning }))
          expect(error).toMatchObject({ _tag: "EventNotUnderstood", position: 1, reason })
        }
      })
    ))
})

/** Long enough for a follower to have looked and to wait. */
const untilItWaits = Effect.repeatN(Effect.yieldNow(), 50)

it("tells a follower at once, also one that never polls", () =>
  run((folder) =>
    Effect.gen(function*() {
      const store = yield* open({ folder, pollEvery: "1 hour" })
      const waiting = yield* Effect.fork(store.awaitPosition(Position(1), "1 hour"))
      yield* untilItWaits
      yield* store.append(aRequest(1))
      expect(yield* Fiber.join(waiting)).toBe(1)
    })
  ))
