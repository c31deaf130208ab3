/**
 * Proves backup and restore as they are typed: what they say, with which code they end, and that an export brings back
 * what a copy lacks.
 */
import { entriesBytes, entriesPath, formatSignerKey, keyTypes, signerKey, tileAt } from "@peerwork/ledger"
import { beginning, everything, makeSigner } from "@peerwork/store"
import { open, openSigner } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { runLine } from "../CommandLine.ts"
import { thingHappened } from "../testing/ThingHappened.ts"

let folder: string

const peerwork = async (...words: ReadonlyArray<string>) => {
  const lines: Array<string> = []
  const out = (line: string) => void lines.push(line)
  const code = await runLine(words, { out, err: out, columns: 80, isWatched: false })
  return { code, text: lines.join("\n") }
}

/** Appends, signs, and answers every event of the log. */
const grow = (...numbers: ReadonlyArray<number>): Promise<ReadonlyArray<string>> =>
  Effect.runPromise(Effect.scoped(Effect.gen(function*() {
    const store = yield* open({ folder: `${folder}/data`, origin: "example.org/events" })
    const { key, state } = yield* openSigner(`${folder}/data`, store)
    for (const number of numbers) yield* store.append(thingHappened(number))
    yield* makeSigner({ log: store, state, keys: [key] }).round
    const { events } = yield* store.readPage({ query: everything, after: beginning })
    return events.map(({ bytes }) => bytes)
  })))

let lines: ReadonlyArray<string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "peerwork-restore-"))
  await grow(1, 2)
})

afterAll(() => rmSync(folder, { recursive: true }))

it("copies, and says how", async () => {
  expect(await peerwork("backup", `${folder}/copy`, "--data", `${folder}/data`)).toEqual({
    code: 0,
    text: [
      "While no app was running: example.org/events",
      `2 events are in ${folder}/copy, each hashed anew; 2 of them were signed.`,
      "The keys of the log are in it too: keep it as you keep the data."
    ].join("\n")
  })
  const json = await peerwork("backup", `${folder}/copy-2`, "--data", `${folder}/data`, "--json")
  expect(JSON.parse(json.text)).toMatchObject({ origin: "example.org/events", size: 2, signed: 2, beside: false })
  expect(await peerwork("backup", `${folder}/copy`, "--data", `${folder}/data`)).toMatchObject({ code: 64 })
  expect(await peerwork("backup")).toMatchObject({ code: 64 })
})

it("says what is no backup where it was broken off on the way, and ends with 3", () => {
  // A file of more than 100 blocks of 512 bytes finds no room, as on a disk that is full
  const line = `trap '' XFSZ; ulimit -f 100; exec "$0" --conditions=@peerwork/source --input-type=module -e "$@"`
  const peerwork = `const { runPeerwork } = await import("${new URL("../RunPeerwork.ts", import.meta.url).href}")
    await runPeerwork()`
  const words = ["peerwork", "backup", `${folder}/broken`, "--data", `${folder}/data`, "--json"]
  const { status, stdout } = spawnSync("sh", ["-c", line, process.execPath, peerwork, "--", ...words], {
    encoding: "utf8"
  })
  const { error, exitCode } = JSON.parse(stdout) as { readonly error: string; readonly exitCode: number }
  expect([status, exitCode, error]).toEqual([
    3,
    3,
    expect.stringContaining(`${folder}/broken is no backup, and can be deleted: `)
  ])
})

it("names what is missing after going back, and ends with 1 until it is there", async () => {
  lines = await grow(3, 4)
  const restored = await peerwork("restore", `${folder}/copy`, "--data", `${folder}/data`)
  expect(restored.code).toBe(1)
  expect(restored.text).toContain("HISTORY REGRESSION: 3 to 4 were signed and are missing.")
  writeFileSync(`${folder}/other.jsonl`, `${lines.map((line) => line.replace("thing:1", "thing:2")).join("\n")}\n`)
  const other = await peerwork("restore", "--from-bundle", `${folder}/other.jsonl`, "--data", `${folder}/data`)
  expect([other.code, other.text]).toEqual([1, expect.stringContaining("is not what was signed")])
  writeFileSync(`${folder}/history.jsonl`, `${lines.join("\n")}\n`)
  const whole = await peerwork("restore", "--from-bundle", `${folder}/history.jsonl`, "--data", `${folder}/data`)
  expect([whole.code, whole.text]).toEqual([0, expect.stringContaining("Everything that was signed is there.")])
  expect(await grow()).toEqual(lines)
})

it("takes the entries of a bundle as well", async () => {
  await peerwork("restore", `${folder}/copy`, "--data", `${folder}/data`)
  const file = `${folder}/bundle/${entriesPath(tileAt(0, 0, lines.length))}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, entriesBytes(lines.map((line) => Buffer.from(line))))
  const whole = await peerwork("restore", "--from-bundle", `${folder}/bundle`, "--data", `${folder}/data`, "--json")
  expect(whole.code).toBe(0)
  expect(JSON.parse(whole.text)).toMatchObject({ size: 4, signed: 4, missing: null, isSame: true })
})

it("takes the next key along while the log changes its key, or says that it lies elsewhere", async () => {
  const data = `${folder}/changing`
  const next = signerKey("example.org/events", keyTypes.note, Buffer.alloc(32, 9))
  const other = signerKey("other.example/events", keyTypes.note, Buffer.alloc(32, 9))
  const signs = (number: number) =>
    Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const store = yield* open({ folder: data, origin: "example.org/events" })
      const { key, state } = yield* openSigner(data, store)
      yield* store.append(thingHappened(number))
      yield* makeSigner({ log: store, state, keys: [key, next] }).round
    })))
  await signs(1)
  const lying = await peerwork("backup", `${folder}/elsewhere`, "--data", data)
  expect(lying.code).toBe(0)
  expect(lying.text).toContain(
    `NOT in it is the key example.org/events+${next.verifier.keyId}, which signs the log as well:\n` +
      "copy the file that PEERWORK_NEXT_KEY names yourself, and keep it apart."
  )
  writeFileSync(`${data}/keys/next`, `${formatSignerKey(next)}\n`)
  writeFileSync(`${data}/keys/other`, `${formatSignerKey(other)}\n`)
  expect((await peerwork("backup", `${folder}/beside`, "--data", data)).text).toMatch(
    /The log changes its key: the next one is in it as keys\/next\.$/
  )
  expect(readdirSync(`${folder}/beside/keys`)).toEqual(["log-key", "log-secret", "next"])
  const newest = ["--newest", `${folder}/beside/checkpoint`]
  expect((await peerwork("restore", `${folder}/beside`, "--data", `${folder}/back`, ...newest)).code).toBe(0)
  expect(readFileSync(`${folder}/back/keys/next`, "utf8")).toBe(`${formatSignerKey(next)}\n`)
})

it("says which folder cannot be made", async () => {
  const says = "The folder /proc/copy cannot be made; name another one: ENOENT: no such file or directory"
  for (
    const words of [["backup", "/proc/copy", "--data", `${folder}/data`], [
      "restore",
      `${folder}/copy`,
      "--data",
      "/proc/copy"
    ]]
  ) {
    expect(await peerwork(...words)).toEqual({ code: 64, text: expect.stringContaining(says) as unknown })
  }
})

it("names a newest checkpoint that cannot be one, and ends with 64", async () => {
  const [pipe, endless] = [`${folder}/pipe`, `${folder}/endless`]
  spawnSync("mkfifo", [pipe])
  writeFileSync(endless, "")
  truncateSync(endless, 2 ** 40)
  const newest = (file: string) => peerwork("restore", `${folder}/copy`, "--data", `${folder}/new`, "--newest", file)
  expect(await newest(pipe)).toEqual({
    code: 64,
    text: expect.stringContaining(`The checkpoint ${pipe} (--newest) is no file`) as unknown
  })
  expect(await newest(endless)).toEqual({
    code: 64,
    text: expect.stringContaining(`${endless} (--newest) is longer than 1000000 bytes, so it is none`) as unknown
  })
})

it("wants one of two things, and those to be there", async () => {
  for (
    const words of [[], ["a", "--from-bundle", "b"], [`${folder}/nowhere`], ["--from-bundle", `${folder}/nowhere`]]
  ) {
    expect((await peerwork("restore", ...words)).code).toBe(64)
  }
})
