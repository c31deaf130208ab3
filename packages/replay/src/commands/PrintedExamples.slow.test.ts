/**
 * Proves that every example in the help works as it is printed, typed in a shell beside a log and its bundle, and that
 * help is there at once.
 */
import { formatVerifierKey, keyTypes, signerKey } from "@peerwork/ledger"
import { makeSigner } from "@peerwork/store"
import { open, openSigner, publishedNotes } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { listed } from "../Commands.ts"
import { inventedOrigin, inventedRequest } from "../testing/InventedHistory.ts"

const bin = fileURLToPath(new URL("../../bin/peerwork.mjs", import.meta.url))
let folder = ""

/** Types a line, and says how it ended. */
const type = (line: string) => {
  const path = [join(folder, "bin"), process.env["PATH"]].join(delimiter)
  const { status, stderr, stdout } = spawnSync("sh", ["-c", line], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: path }
  })
  return { line, status, stdout, stderr }
}

/** Appends, and signs twice, so that there is a checkpoint from before. */
const grow = (data: string) =>
  Effect.runPromise(Effect.scoped(Effect.gen(function*() {
    const store = yield* open({ folder: data, origin: inventedOrigin })
    const { key, state } = yield* openSigner(data, store)
    const signer = makeSigner({ log: store, state, keys: [key] })
    yield* store.append(inventedRequest(1))
    yield* signer.round
    yield* Effect.sleep("1100 millis")
    for (const number of [2, 3, 4]) yield* store.append(inventedRequest(number))
    yield* signer.round
    return formatVerifierKey(key.verifier)
  })))

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "peerwork-examples-"))
  mkdirSync(join(folder, "bin"))
  symlinkSync(bin, join(folder, "bin", "peerwork"))
  const log = await grow(join(folder, "log"))
  for (const data of ["data", "data/demo"]) cpSync(join(folder, "log"), join(folder, data), { recursive: true })
  writeFileSync(join(folder, "policy.txt"), `log ${log}\nquorum none\n`)
  writeFileSync(join(folder, "checkpoint-of-march.txt"), publishedNotes(join(folder, "data"))[0]?.note ?? "")
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The examples of a command, in their order. */
const examplesOf = async (name: string) => (await listed.find((one) => one.name === name)?.load())?.examples ?? []

const works = async (name: string) => {
  const examples = await examplesOf(name)
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples) expect(type(example)).toMatchObject({ line: example, status: 0, stderr: "" })
}

describe("every example in the help works as it is printed", () => {
  it("of pack, and then of verify and compare", async () => {
    await works("pack")
    const [bundle = ""] = readdirSync(join(folder, "evidence"))
    cpSync(join(folder, "evidence", bundle), join(folder, "bundle"), { recursive: true })
    await works("verify")
    await works("compare")
  })

  it("of witness, once there is a request", async () => {
    const [newKey = "", answer = ""] = await examplesOf("witness")
    expect(type(newKey)).toMatchObject({ status: 0, stderr: "" })
    const other = signerKey("example.org/other", keyTypes.note, Buffer.alloc(32, 9))
    expect(type(`peerwork witness watch '${formatVerifierKey(other.verifier)}'`)).toMatchObject({ status: 0 })
    mkdirSync(join(folder, "data/witness/inspectorate"), { recursive: true })
    writeFileSync(join(folder, "data/witness/inspectorate/request.txt"), "old 0\n\nno request\n")
    // What is no request is refused and kept: the answer says so, and the example itself has worked
    expect(type(answer)).toMatchObject({ status: 1, stderr: "" })
  })

  it("of backup and restore", async () => {
    await works("backup")
    cpSync(join(folder, "bundle/derived/history.jsonl"), join(folder, "history.jsonl"))
    await works("restore")
  })
})

const median = (values: ReadonlyArray<number>): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const took = (...words: ReadonlyArray<string>): number => {
  const begun = process.hrtime.bigint()
  expect(spawnSync(process.execPath, words, { encoding: "utf8" }).status).toBe(0)
  return Number(process.hrtime.bigint() - begun) / 1e6
}

it("shows help within three times the start of Node, in the median of twenty", () => {
  const [help, nothing]: [Array<number>, Array<number>] = [[], []]
  for (let round = 0; round < 20; round++) {
    nothing.push(took("-e", "0"))
    help.push(took(bin, "--help"))
  }
  expect(median(help) / median(nothing)).toBeLessThan(3)
})
