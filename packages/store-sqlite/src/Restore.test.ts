/**
 * Proves the way back: a copy that was taken beside a running app, what is missing after going back to it, that the
 * signer stops, and that nothing but what was signed brings it back.
 */
import { beginning, everything, SigningStopped } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, it } from "vitest"
import { backUp } from "./BackUp.ts"
import { bringBack } from "./MissingLeaves.ts"
import type { Brought } from "./MissingLeaves.ts"
import { publishedNotes } from "./PublishedNotes.ts"
import { restore, standingOf } from "./Restore.ts"
import { aRequest } from "./testing/SampleRequest.ts"
import { appendAndSign, signOnce, withSigner } from "./testing/SignedFolder.ts"
import { folderInMemory } from "./testing/SqliteFixture.ts"

const run = <A>(body: (folder: string, copy: string) => Effect.Effect<A, unknown>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(folderInMemory, (parent) => body(`${parent}/data`, `${parent}/copy`))))

const linesOf = (folder: string): Effect.Effect<ReadonlyArray<string>, unknown> =>
  withSigner(
    folder,
    (_, store) =>
      Effect.map(store.readPage({ query: everything, after: beginning }), ({ events }) =>
        events.map(({ bytes }) => bytes))
  )

/** What its owner, its group and everybody may do, in octal digits. */
const rightsOf = (file: string): string => (statSync(file).mode & 0o777).toString(8)

const change = (file: string, sql: string): void => {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

/** Signed up to 3, copied, and signed up to 6. */
const wentOn = (folder: string, copy: string) =>
  Effect.gen(function*() {
    yield* appendAndSign(folder, 1, 2, 3)
    yield* backUp(folder, copy)
    yield* appendAndSign(folder, 4, 5, 6)
    return yield* linesOf(folder)
  })

describe("a backup", () => {
  it("is taken beside a running app or without one, says which, and was hashed anew", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        const beside = yield* withSigner(folder, (signer, store) =>
          Effect.gen(function*() {
            yield* store.append(aRequest(1))
            yield* signOnce(signer, store)
            yield* store.append(aRequest(2))
            return yield* backUp(folder, copy)
          }))
        expect(beside).toEqual({
          origin: "example.org/events",
          size: 2,
          signed: 1,
          beside: true,
          nextKeys: [],
          keysElsewhere: []
        })
        expect(yield* backUp(folder, `${copy}-2`)).toEqual({ ...beside, beside: false })
        expect(readdirSync(copy).sort()).toEqual(["checkpoint", "events.sqlite", "keys", "signer.db"])
        expect(readdirSync(`${copy}/keys`).sort()).toEqual(["log-key", "log-secret"])
        for (const place of [folder, copy]) {
          expect(rightsOf(place)).toBe("700")
          for (const file of ["events.sqlite", "signer.db", "keys/log-key"]) {
            expect(rightsOf(`${place}/${file}`)).toBe("600")
          }
        }
        expect(readFileSync(`${copy}/checkpoint`, "utf8")).toBe(publishedNotes(folder)[0]?.note)
      })
    ))

  it("is neither taken nor put back where a view has the name of a table, because its query need not end", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        yield* wentOn(folder, copy)
        const hide = "ALTER TABLE events RENAME TO kept; CREATE VIEW events AS SELECT * FROM kept"
        change(`${copy}/events.sqlite`, `PRAGMA legacy_alter_table = ON; ${hide}`)
        const says = (place: string) =>
          `${place}/events.sqlite was not written by Peerwork: events in it is a view and no table`
        expect((yield* Effect.flip(restore(copy, folder, null))).says).toBe(says(copy))
        expect(existsSync(`${folder}/events.sqlite`)).toBe(true)
        expect((yield* Effect.flip(backUp(copy, `${copy}-2`))).says).toBe(says(copy))
        change(`${folder}/events.sqlite`, `PRAGMA legacy_alter_table = ON; ${hide}`)
        expect(yield* Effect.flip(linesOf(folder))).toMatchObject({ says: says(folder) })
      })
    ))

  it("writes over nothing, and says where there is no log", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        expect((yield* Effect.flip(backUp(folder, copy))).says).toBe(`There is no log in ${folder}`)
        yield* appendAndSign(folder, 1)
        yield* backUp(folder, copy)
        expect((yield* Effect.flip(backUp(folder, copy))).says).toContain("is not empty")
        writeFileSync(`${copy}.txt`, "x")
        expect((yield* Effect.flip(backUp(folder, `${copy}.txt`))).says).toContain("name a folder that is new")
        expect((yield* Effect.flip(backUp(folder, "/proc/copy"))).says).toContain("/proc/copy")
      })
    ))

  it("copies nothing where a secret cannot be read", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        yield* appendAndSign(folder, 1)
        rmSync(`${folder}/keys/log-key`)
        expect((yield* Effect.flip(backUp(folder, copy))).says).toBe(
          `${folder}/keys/log-key cannot be read, so nothing was copied; run this as whoever runs the app`
        )
        expect(existsSync(copy)).toBe(false)
      })
    ))

  it("of a damaged log is no backup", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        yield* appendAndSign(folder, 1, 2)
        change(
          `${folder}/events.sqlite`,
          "DROP TRIGGER events_refuse_update; UPDATE events SET envelope = replace(envelope, '2016', '2017') WHERE position = 1"
        )
        expect((yield* Effect.flip(backUp(folder, copy))).says).toContain("is damaged")
      })
    ))
})

/** Brings these lines, as far as they were asked for. */
const bringing = (lines: ReadonlyArray<string>): Brought => (after, upTo) =>
  lines.slice(after, upTo).map((bytes, at) => ({ position: after + at + 1, bytes }))

describe("a restore", () => {
  it("names what was signed and is missing, puts aside what was there, and the signer stops", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        yield* wentOn(folder, copy)
        const restored = yield* restore(copy, folder, null)
        expect(restored).toMatchObject({ size: 3, signed: 6, missing: [4, 6], isSame: true })
        expect(readdirSync(restored.aside ?? "")).toContain("events.sqlite")
        const stopped = yield* Effect.flip(appendAndSign(folder))
        expect(stopped).toBeInstanceOf(SigningStopped)
        expect(stopped.message).toMatch(/^HISTORY REGRESSION: a checkpoint over 6 events was signed, but the log has 3/)
        expect(publishedNotes(folder).map(({ size }) => size)).toEqual([3, 6])
      })
    ))

  it("is made whole by whoever has the events, byte for byte, and by nobody who has others", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        const lines = yield* wentOn(folder, copy)
        yield* restore(copy, folder, null)
        const forged = yield* Effect.flip(
          bringBack(folder, bringing(lines.map((line) => line.replace("2016", "2017"))))
        )
        expect(forged.says).toContain("is not what was signed")
        const short = yield* Effect.flip(
          bringBack(folder, bringing(lines.slice(0, 5)))
        )
        expect(short.says).toBe("The event at position 6 was signed, and is not in what was brought")
        expect(standingOf(folder).missing).toEqual([4, 6])
        expect(yield* bringBack(folder, bringing(lines))).toMatchObject({
          size: 6,
          missing: null
        })
        expect(yield* linesOf(folder)).toEqual(lines)
        expect((yield* appendAndSign(folder, 7))._tag).toBe("Signed")
        expect(publishedNotes(folder).map(({ size }) => size)).toEqual([3, 6, 7])
      })
    ))

  it("never makes the memory of the signer older, and wants the newest checkpoint where it is lost", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        const lines = yield* wentOn(folder, copy)
        const newest = `${folder}/newest`
        writeFileSync(newest, publishedNotes(folder).at(-1)?.note ?? "")
        rmSync(`${folder}/signer.db`)
        expect((yield* Effect.flip(restore(copy, folder, null))).says).toContain("with --newest")
        expect(existsSync(`${folder}/signer.db`)).toBe(false)
        expect((yield* Effect.flip(restore(copy, folder, `${copy}/keys/log-key`))).says).toContain(
          "is no checkpoint of"
        )
        // As they come from a stick that knows no rights
        for (const file of ["events.sqlite", "signer.db"]) chmodSync(`${copy}/${file}`, 0o777)
        expect(yield* restore(copy, folder, newest)).toMatchObject({ signed: 6, missing: [4, 6] })
        for (const file of ["events.sqlite", "signer.db"]) expect(rightsOf(`${folder}/${file}`)).toBe("600")
        expect(yield* bringBack(folder, bringing(lines))).toMatchObject({ isSame: true })
        expect((yield* appendAndSign(folder))._tag).toBe("NothingNew")
      })
    ))

  const planted: ReadonlyArray<readonly [what: string, sql: string]> = [
    ["trigger planted", "CREATE TRIGGER planted AFTER UPDATE ON last BEGIN UPDATE signed SET note = 'x'; END"],
    [
      "trigger signed_refuse_update",
      "DROP TRIGGER signed_refuse_update; CREATE TRIGGER signed_refuse_update " +
      "AFTER UPDATE ON last BEGIN SELECT 1; END"
    ],
    ["index planted", "CREATE INDEX planted ON signed (length(note))"],
    ["table planted", "CREATE TABLE planted (one)"],
    ["table last", "PRAGMA legacy_alter_table = ON; ALTER TABLE last ADD COLUMN more INTEGER AS (length(note))"]
  ]

  it.each(planted)(
    "takes no memory in which there is a %s, and nothing of it is run",
    (what, sql) =>
      run((folder, copy) =>
        Effect.gen(function*() {
          yield* wentOn(folder, copy)
          rmSync(`${folder}/signer.db`)
          change(`${copy}/signer.db`, sql)
          expect((yield* Effect.flip(restore(copy, folder, `${copy}/checkpoint`))).says).toBe(
            `${copy}/signer.db was not written by Peerwork as it is: the ${what} in it is none of Peerwork's. ` +
              "Nothing of it was used"
          )
          expect(readdirSync(folder).filter((name) => name.startsWith("signer.db"))).toEqual([])
        })
      )
  )

  it("takes no memory of a later build, nor one that is no database", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        yield* wentOn(folder, copy)
        rmSync(`${folder}/signer.db`)
        change(`${copy}/signer.db`, `PRAGMA user_version = 9; ${planted[0]?.[1]}`)
        const newer = yield* Effect.flip(restore(copy, folder, `${copy}/checkpoint`))
        expect(newer.says).toBe(`A newer Peerwork has written ${copy}/signer.db; restore with that version`)
        writeFileSync(`${copy}/signer.db`, "no".repeat(4000))
        const none = yield* Effect.flip(restore(copy, folder, `${copy}/checkpoint`))
        expect(none).toMatchObject({
          reason: "damaged",
          says: `${copy}/signer.db is not the memory of a signer: file is not a database`
        })
        expect(readdirSync(folder).filter((name) => name.startsWith("signer.db"))).toEqual([])
      })
    ))

  it("takes a log in which somebody has planted a trigger neither from a copy nor when it opens", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        yield* wentOn(folder, copy)
        const trigger = "CREATE TRIGGER planted AFTER INSERT ON events BEGIN DELETE FROM personal; END"
        const says = (place: string) =>
          `${place}/events.sqlite was not written by Peerwork as it is: the trigger planted in it is none of Peerwork's. ` +
          "Nothing of it was used"
        change(`${copy}/events.sqlite`, trigger)
        expect((yield* Effect.flip(restore(copy, folder, null))).says).toBe(says(copy))
        change(`${folder}/events.sqlite`, trigger)
        expect(yield* Effect.flip(linesOf(folder))).toMatchObject({ says: says(folder) })
      })
    ))

  it("takes no device, no folder and no file without an end as the newest checkpoint", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        yield* wentOn(folder, copy)
        rmSync(`${folder}/signer.db`)
        const [long, link] = [`${copy}-long`, `${folder}/link`]
        writeFileSync(long, "x".repeat(1_000_001))
        symlinkSync(`${copy}/checkpoint`, link)
        for (const file of ["/dev/zero", copy]) {
          const refused = yield* Effect.flip(restore(copy, folder, file))
          expect(refused).toMatchObject({ reason: "folder", says: `The checkpoint ${file} (--newest) is no file` })
        }
        expect((yield* Effect.flip(restore(copy, folder, long))).says).toBe(
          `The checkpoint ${long} (--newest) is longer than 1000000 bytes, so it is none`
        )
        // Whoever names a link means what it leads to
        expect((yield* restore(copy, folder, link)).missing).toBe(null)
      })
    ))

  it("of another history with as many events is told as a fork", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        yield* appendAndSign(folder, 1)
        yield* backUp(folder, copy)
        yield* appendAndSign(folder, 2)
        const other = `${folder}-other`
        yield* restore(copy, other, `${copy}/checkpoint`)
        yield* appendAndSign(other, 3)
        yield* backUp(other, `${copy}-other`)
        expect(yield* restore(`${copy}-other`, folder, null)).toMatchObject({ missing: null, isSame: false })
        expect((yield* Effect.flip(appendAndSign(folder))).message).toMatch(/^FORK: the first 2 events/)
      })
    ))

  it("is refused while somebody writes, and for a copy of another log", () =>
    run((folder, copy) =>
      Effect.gen(function*() {
        yield* appendAndSign(folder, 1)
        yield* backUp(folder, copy)
        const busy = yield* withSigner(folder, () => Effect.flip(restore(copy, folder, null)))
        expect(busy.says).toMatch(/^Another process is writing/)
        change(`${folder}/signer.db`, "DROP TRIGGER log_refuse_update; UPDATE log SET origin = 'other.example/events'")
        expect((yield* Effect.flip(restore(copy, folder, null))).says).toContain("is signed as other.example/events")
      })
    ))
})
