/**
 * Proves how a log is opened: created once, opened again as it was, and refused in one sentence wherever opening it
 * could do harm.
 */
import { beginning, everything, Position } from "@peerwork/store"
import type { Store } from "@peerwork/store"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, it } from "vitest"
import type { CannotOpen } from "./CannotOpen.ts"
import { open } from "./OpenLog.ts"
import { aRequest } from "./testing/SampleRequest.ts"
import { temporaryFolder } from "./testing/SqliteFixture.ts"

const run = <A>(body: (folder: string) => Effect.Effect<A, unknown>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(temporaryFolder, body)))

/** Opens the log, does something with it, and closes it. */
const withLog = <A, E>(folder: string, use: (store: Store) => Effect.Effect<A, E>, origin?: string) =>
  Effect.scoped(Effect.flatMap(open(origin === undefined ? { folder } : { folder, origin }), use))

const appendOne = (store: Store) => store.append(aRequest(1))

const bytesOf = (store: Store) =>
  Effect.map(
    Stream.runCollect(store.read({ query: everything, after: beginning })),
    (events) => Chunk.toReadonlyArray(events).map((event) => event.bytes)
  )

const refusal = (folder: string): Effect.Effect<Pick<CannotOpen, "reason" | "message">, unknown> =>
  Effect.map(Effect.flip(Effect.scoped(open({ folder }))), ({ message, reason }) => ({ reason, message }))

const change = (folder: string, sql: string): void => {
  const db = new DatabaseSync(`${folder}/events.sqlite`)
  db.exec(sql)
  db.close()
}

describe("a log in a folder", () => {
  it("is created with the folder, a name and a secret that only its owner can read", () =>
    run((parent) =>
      Effect.gen(function*() {
        const folder = `${parent}/new/data`
        const origin = yield* withLog(folder, (store) => Effect.succeed(store.origin))
        expect(origin).toMatch(/^peerwork\.invalid\/[0-9a-f]{8}\/events$/)
        expect(readFileSync(`${folder}/keys/log-secret`).length).toBe(32)
        expect(statSync(`${folder}/keys/log-secret`).mode & 0o777).toBe(0o600)
        expect(yield* withLog(folder, (store) => Effect.succeed(store.origin), "another.example/events")).toBe(origin)
      })
    ))

  it("keeps the name that it was created with, in every envelope", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* withLog(folder, appendOne, "example.org/peer-work/events")
        const [bytes] = yield* withLog(folder, bytesOf)
        expect(bytes).toContain('"log":"example.org/peer-work/events"')
      })
    ))

  it("knows a command again after it was closed and opened, and its fingerprint is keyed by the same secret", () =>
    run((folder) =>
      Effect.gen(function*() {
        const first = yield* withLog(folder, appendOne)
        const mark = yield* withLog(folder, (store) => store.fingerprintOf("DoThing", { a: 1 }))
        expect(yield* withLog(folder, appendOne)).toEqual({ ...first, duplicate: true })
        expect(yield* withLog(folder, (store) => store.fingerprintOf("DoThing", { a: 1 }))).toBe(mark)
      })
    ))

  it("goes on as it was in a copy of its files, taken while it was open, with receipts and old bookmarks", () =>
    run((folder) =>
      Effect.gen(function*() {
        const copy = `${folder}-copy`
        const bytes = yield* withLog(folder, (store) =>
          Effect.gen(function*() {
            for (const number of [1, 2, 3]) yield* store.append(aRequest(number))
            cpSync(folder, copy, { recursive: true })
            return yield* bytesOf(store)
          }))
        yield* withLog(copy, (store) =>
          Effect.gen(function*() {
            expect(yield* bytesOf(store)).toEqual(bytes)
            expect((yield* store.append(aRequest(2))).duplicate).toBe(true)
            const pages = store.subscribe({ query: everything, after: Position(2) })
            const [page] = Chunk.toReadonlyArray(yield* Stream.runCollect(Stream.take(pages, 1)))
            expect(page?.events.map((event) => event.position)).toEqual([3])
            expect((yield* store.append(aRequest(4))).first).toBe(4)
          }))
        rmSync(copy, { recursive: true })
      })
    ))
})

describe("opening is refused in one sentence", () => {
  const sentences: ReadonlyArray<readonly [string, CannotOpen["reason"], (folder: string) => void, RegExp]> = [
    ["where the folder cannot be made", "folder", (folder) => {
      writeFileSync(folder, "a file")
    }, /^The folder .* cannot be written; choose one that can$/],
    ["where there are keys but no log", "keys without log", (folder) => {
      mkdirSync(`${folder}/keys`, { recursive: true })
      writeFileSync(`${folder}/keys/log-secret`, "")
    }, /holds keys but no log; restore events\.sqlite from a copy$/],
    ["where the file is no log", "damaged", (folder) => {
      mkdirSync(folder)
      writeFileSync(
        `${folder}/events.sqlite`,
        "this is no database, and it is long enough to be seen as none".repeat(99)
      )
    }, /cannot be opened as a log; restore it from a copy$/]
  ]

  it.each(sentences)("%s", (_, reason, prepare, sentence) =>
    run((parent) =>
      Effect.gen(function*() {
        const folder = `${parent}/data`
        prepare(folder)
        const said = yield* refusal(folder)
        expect(said.reason).toBe(reason)
        expect(said.message).toMatch(sentence)
      })
    ))

  it.skipIf(!existsSync("/proc/self"))(
    "where a folder above accepts no other, and at once",
    () =>
      Effect.runPromise(Effect.gen(function*() {
        const said = yield* refusal("/proc/peerwork/data")
        expect(said.message).toBe("The folder /proc/peerwork/data cannot be written; choose one that can")
      }))
  )

  it("while another process writes, and not a moment longer", () =>
    run((folder) =>
      Effect.gen(function*() {
        const said = yield* withLog(folder, () => refusal(folder))
        expect(said.reason).toBe("in use")
        expect(said.message).toMatch(/^Another process is writing the data in .*; stop it, or choose another folder$/)
        expect((yield* withLog(folder, appendOne)).first).toBe(1)
      })
    ))

  it("where the secret of a log with events is lost", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* withLog(folder, appendOne)
        rmSync(`${folder}/keys`, { recursive: true })
        expect((yield* refusal(folder)).reason).toBe("log without keys")
      })
    ))

  it("where a newer Peerwork has written the log, and nothing is changed in it", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* withLog(folder, appendOne)
        change(folder, "INSERT INTO migrations (migration_id, name) VALUES (99, 'from the future')")
        const said = yield* refusal(folder)
        expect(said.reason).toBe("newer schema")
        expect(said.message).toMatch(/^A newer Peerwork has written this log \(schema 99, this build knows 1\); start/)
        change(folder, "DELETE FROM migrations WHERE migration_id = 99")
        expect((yield* withLog(folder, appendOne)).duplicate).toBe(true)
      })
    ))

  it("where a step of the schema is not the one of this build", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* withLog(folder, appendOne)
        change(folder, "UPDATE migrations SET name = 'another text' WHERE migration_id = 1")
        expect((yield* refusal(folder)).reason).toBe("changed schema")
      })
    ))

  it("with a name that no envelope may carry", () =>
    run((folder) =>
      Effect.gen(function*() {
        const said = yield* Effect.flip(withLog(folder, appendOne, "two words"))
        expect(said.message).toContain("is no origin")
      })
    ))
})

it("brings an older file up to date before anybody reads it", () =>
  run((folder) =>
    Effect.gen(function*() {
      change(folder, "CREATE TABLE migrations (migration_id integer PRIMARY KEY NOT NULL, created_at, name)")
      expect((yield* withLog(folder, appendOne)).first).toBe(1)
    })
  ))
