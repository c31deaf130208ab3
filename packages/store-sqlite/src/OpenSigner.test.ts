/**
 * Proves how a signer is opened: made with the log, the same at every later start, and refused in one sentence wherever
 * a new key or a new memory could stand for a lost one.
 */
import { formatVerifierKey, openNote } from "@peerwork/ledger"
import * as Effect from "effect/Effect"
import { cpSync, existsSync, rmSync, statSync, writeFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, it } from "vitest"
import { open } from "./OpenLog.ts"
import { openSigner } from "./OpenSigner.ts"
import { keepCosignature, lastCosigned, newestCosigned, noteAt, publishedNotes } from "./PublishedNotes.ts"
import { appendAndSign, withSigner } from "./testing/SignedFolder.ts"
import { folderInMemory } from "./testing/SqliteFixture.ts"

const run = <A>(body: (folder: string) => Effect.Effect<A, unknown>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(folderInMemory, body)))

const sentence = (folder: string): Effect.Effect<string, unknown> =>
  Effect.map(Effect.flip(withSigner(folder, () => Effect.void)), (error) => error.message)

describe("a signer beside its log", () => {
  it("is made with the log, with a key that only its owner reads, and is the same at the next start", () =>
    run((folder) =>
      Effect.gen(function*() {
        const first = yield* withSigner(folder, ({ key }) => Effect.succeed(formatVerifierKey(key.verifier)))
        expect(first).toMatch(/^example\.org\/events\+[0-9a-f]{8}\+A/)
        expect(statSync(`${folder}/keys/log-key`).mode & 0o777).toBe(0o600)
        expect(yield* withSigner(folder, ({ key }) => Effect.succeed(formatVerifierKey(key.verifier)))).toBe(first)
      })
    ))

  it("remembers across starts, publishes every note, and signs nothing twice", () =>
    run((folder) =>
      Effect.gen(function*() {
        expect((yield* appendAndSign(folder, 1, 2))._tag).toBe("Signed")
        expect((yield* appendAndSign(folder, 3))._tag).toBe("Signed")
        expect((yield* appendAndSign(folder))._tag).toBe("NothingNew")
        expect(publishedNotes(folder).map(({ size }) => size)).toEqual([2, 3])
        const key = yield* withSigner(folder, (signer) => Effect.succeed(signer.key.verifier))
        for (const { note } of publishedNotes(folder)) expect(openNote(note, [key])._tag).toBe("OpenedNote")
      })
    ))

  it("publishes the first and the newest line of each witness behind that of the log", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* appendAndSign(folder, 1, 2)
        yield* withSigner(folder, ({ memory }) =>
          Effect.sync(() => {
            for (const time of [20, 10, 30]) {
              keepCosignature(memory, { size: 2, witness: "a", time, line: `a at ${time}\n` })
            }
            keepCosignature(memory, { size: 2, witness: "b", time: 7, line: "b at 7\n" })
            keepCosignature(memory, { size: 2, witness: "b", time: 7, line: "b at 7\n" })
            expect(noteAt(memory, 2)?.note).toMatch(/\n\n[^\n]+\na at 10\na at 30\nb at 7\n$/)
            expect(lastCosigned(memory, "a")?.time).toBe(30)
            expect(lastCosigned(memory, "c")).toBeNull()
            expect([noteAt(memory, 1), newestCosigned(memory, 9).map(({ size }) => size)]).toEqual([null, [2]])
          }))
      })
    ))

  it("takes only one of two signers over one memory, and refuses to have what was signed changed", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* appendAndSign(folder, 1)
        yield* withSigner(folder, ({ memory, state }) =>
          Effect.gen(function*() {
            const last = yield* state.last
            const next = { ...last, size: 2, time: last.time + 1 }
            expect([yield* state.advance(last, next), yield* state.advance(last, next)]).toEqual([true, false])
            expect(yield* state.last).toEqual(next)
            for (const change of ["UPDATE signed SET note = ''", "DELETE FROM signed", "DELETE FROM last"]) {
              expect(() => memory.exec(change)).toThrow(/never/)
            }
          }))
      })
    ))
})

describe("it is refused in one sentence, and nothing is created", () => {
  const cases: ReadonlyArray<readonly [string, (folder: string) => void, RegExp]> = [
    ["where the memory is lost", (folder) => rmSync(`${folder}/signer.db`), /has lost signer\.db, and no other can/],
    ["where the key is lost", (folder) => rmSync(`${folder}/keys/log-key`), /has lost keys\/log-key, and no other/],
    ["where the key is none", (folder) => writeFileSync(`${folder}/keys/log-key`, "x\n"), /a secret key begins with/],
    ["where the log is lost", (folder) => {
      for (const end of ["", "-wal", "-shm"]) rmSync(`${folder}/events.sqlite${end}`, { force: true })
    }, /holds keys but no log/],
    ["where log and keys are lost", (folder) => {
      for (const end of ["", "-wal", "-shm"]) rmSync(`${folder}/events.sqlite${end}`, { force: true })
      rmSync(`${folder}/keys`, { recursive: true })
    }, /holds signer\.db but no log/],
    ["where a later build has written the memory", (folder) => {
      const db = new DatabaseSync(`${folder}/signer.db`)
      db.exec("PRAGMA user_version = 99")
      db.close()
    }, /A newer Peerwork/],
    [
      "where the memory is no database",
      (folder) => writeFileSync(`${folder}/signer.db`, "no".repeat(4000)),
      /signer\.db/
    ]
  ]

  it.each(cases)("%s", (_, harm, words) =>
    run((folder) =>
      Effect.gen(function*() {
        yield* appendAndSign(folder, 1)
        harm(folder)
        const before = ["signer.db", "keys/log-key"].map((name) => existsSync(`${folder}/${name}`))
        expect(yield* sentence(folder)).toMatch(words)
        expect(["signer.db", "keys/log-key"].map((name) => existsSync(`${folder}/${name}`))).toEqual(before)
      })
    ))

  it("where key or memory are those of another log", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* appendAndSign(folder, 1)
        const other = `${folder}/other`
        yield* Effect.scoped(Effect.gen(function*() {
          yield* openSigner(other, yield* open({ folder: other, origin: "other.example/events" }))
        }))
        cpSync(`${other}/keys/log-key`, `${folder}/keys/log-key`)
        expect(yield* sentence(folder)).toMatch(/log-key in .* is that of another log, other\.example/)
        cpSync(`${other}/signer.db`, `${folder}/signer.db`)
        expect(yield* sentence(folder)).toMatch(/signer\.db in .* is that of another log/)
      })
    ))

  it("but a start that was cut short before the first event is simply made again", () =>
    run((folder) =>
      Effect.gen(function*() {
        yield* withSigner(folder, () => Effect.void)
        rmSync(`${folder}/keys/log-key`)
        expect((yield* appendAndSign(folder, 1))._tag).toBe("Signed")
      })
    ))
})
