/**
 * Proves the witness as its users have it: what they type, what they read, and with which code it ends.
 */
import { formatVerifierKey, keyTypes, parsePolicy, signerKey } from "@peerwork/ledger"
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { runLine } from "../CommandLine.ts"

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "peerwork-witness-command-"))
})

afterEach(() => rmSync(folder, { recursive: true }))

const witness = async (...words: ReadonlyArray<string>) => {
  const lines: Array<string> = []
  const out = (line: string) => void lines.push(line)
  const code = await runLine(["witness", ...words, "--state", `${folder}/witness.sqlite`], {
    out,
    err: out,
    columns: 80,
    isWatched: false
  })
  return { code, text: lines.join("\n") }
}

const logKey = formatVerifierKey(signerKey("example.org/events", keyTypes.note, Buffer.alloc(32, 3)).verifier)

it("has a key made, once, and prints the line for policies", async () => {
  const made = await witness("new-key", "inspectorate.example")
  expect(made.code).toBe(0)
  expect(made.text).toMatch(/^witness inspectorate\.example inspectorate\.example\+[0-9a-f]{8}\+B/m)
  expect(await witness("new-key", "other.example")).toMatchObject({ code: 64 })
  expect((await witness("new-key", "other.example")).text).toContain("has a key already")
})

it("says in one sentence what is missing", async () => {
  expect((await witness("show")).text).toContain("begin with: peerwork witness new-key NAME")
  expect(existsSync(`${folder}/witness.sqlite`)).toBe(false)
  await witness("new-key", "a")
  for (
    const [words, sentence] of [
      [["dance"], '"dance" is none of new-key, watch, answer, show, kept'],
      [["watch", "x"], "watch takes the public key of a log"],
      [["answer", folder], "request.txt is not there"],
      [["kept", "3"], 'no refused request of the number "3"']
    ] as const
  ) {
    const { code, text } = await witness(...words)
    expect([code, text]).toEqual([64, expect.stringContaining(sentence)])
  }
})

it("writes its answer beside the request, ends with 1 where it refused, and shows what it kept", async () => {
  await witness("new-key", "inspectorate.example")
  expect((await witness("watch", logKey)).text).toBe("Watches example.org/events from now on.")
  writeFileSync(`${folder}/request.txt`, "nothing of the kind")
  const { code, text } = await witness("answer", folder)
  expect(code).toBe(1)
  expect(text).toContain("kept as evidence, number 1")
  expect(readFileSync(`${folder}/response.txt`, "utf8")).toMatch(/^refused 400: /)
  expect((await witness("kept", "1")).text).toBe("nothing of the kind")
  const shown = JSON.parse((await witness("show", "--json")).text) as Record<string, unknown>
  expect(shown).toMatchObject({ seen: [{ origin: "example.org/events", size: null }], refused: [{ status: 400 }] })
})

it("follows no link in the folder that both write", async () => {
  await witness("new-key", "inspectorate.example")
  writeFileSync(`${folder}/mine.txt`, "mine")
  symlinkSync(`${folder}/mine.txt`, `${folder}/request.txt`)
  expect((await witness("answer", folder)).text).toContain("request.txt is not there, or is no file")
  rmSync(`${folder}/request.txt`)
  writeFileSync(`${folder}/request.txt`, "nothing of the kind")
  symlinkSync(`${folder}/mine.txt`, `${folder}/response.txt.new`)
  expect(await witness("answer", folder)).toMatchObject({ code: 1 })
  expect(readFileSync(`${folder}/mine.txt`, "utf8")).toBe("mine")
  expect(readFileSync(`${folder}/response.txt`, "utf8")).toMatch(/^refused 400: /)
})

it("reads the policy and watches the log that the page of the documentation shows", async () => {
  const page = readFileSync(new URL("../../../../docs/do/witness-a-log.md", import.meta.url), "utf8")
  const [, policy = ""] = /```\n(log [^]*?)```/.exec(page) ?? []
  expect(parsePolicy(policy)).toMatchObject({ _tag: "WitnessPolicy" })
  await witness("new-key", "inspectorate.example")
  const [, key = ""] = /witness watch '(.*)'/.exec(page) ?? []
  expect(await witness("watch", key)).toEqual({ code: 0, text: "Watches example.org/events from now on." })
})
