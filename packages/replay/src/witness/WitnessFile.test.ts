/**
 * Proves what a witness does with a request: it cosigns what grew, keeps what did not as evidence, and never goes back.
 */
import {
  appendLeaves,
  consistencyProof,
  emptyRange,
  formatCheckpoint,
  formatVerifierKey,
  formatWitnessRequest,
  keyTypes,
  leafHash,
  nodeHash,
  openNote,
  rootOf,
  signerKey,
  signNote
} from "@peerwork/ledger"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { afterEach, beforeEach, expect, it } from "vitest"
import {
  answerRequest,
  drawWitnessKey,
  openWitness,
  refusedRequest,
  refusedRequests,
  seenLogs,
  watchLog
} from "./WitnessFile.ts"

const log = signerKey("example.org/events", keyTypes.note, Buffer.alloc(32, 3))

let folder: string
let db: DatabaseSync
let key: ReturnType<typeof drawWitnessKey>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "peerwork-witness-"))
  db = openWitness(`${folder}/witness.sqlite`)
  key = drawWitnessKey(db, "inspectorate.example")
  watchLog(db, formatVerifierKey(log.verifier), "example.org/events")
})

afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

const leaves = (words: string) => words.split("").map((letter) => leafHash(letter))

/** A request about the log whose events are the letters of the word. */
const request = (words: string, oldSize: number, signer = log): Buffer => {
  const hashes = leaves(words)
  const read = (level: number, index: number): Uint8Array =>
    level === 0
      ? hashes[index] ?? Buffer.alloc(32)
      : nodeHash(read(level - 1, 2 * index), read(level - 1, 2 * index + 1))
  const head = { origin: "example.org/events", size: hashes.length, root: rootOf(appendLeaves(emptyRange(), hashes)) }
  const proof = oldSize <= hashes.length ? consistencyProof(oldSize, hashes.length, read) : []
  return Buffer.from(formatWitnessRequest({ oldSize, proof, checkpoint: signNote(formatCheckpoint(head), [signer]) }))
}

it("cosigns what grew out of what it saw, and remembers it", () => {
  expect(answerRequest(db, key, request("abc", 0), 100)).toMatchObject({ _tag: "Cosigned", size: 3 })
  const answered = answerRequest(db, key, request("abcdefg", 3), 200)
  const note = signNote(
    formatCheckpoint({
      origin: "example.org/events",
      size: 7,
      root: rootOf(appendLeaves(emptyRange(), leaves("abcdefg")))
    }),
    [log]
  )
  const opened = openNote(note + answered.text, [log.verifier, key.verifier])
  expect(opened._tag === "OpenedNote" ? opened.signatures.map(({ time }) => time) : opened).toEqual([null, 200])
  expect(seenLogs(db)).toMatchObject([{ origin: "example.org/events", size: 7, time: 200 }])
})

it("cosigns the same checkpoint again where its answer was lost, and says what it saw to a log that is behind", () => {
  answerRequest(db, key, request("abcde", 0), 100)
  expect(answerRequest(db, key, request("abcde", 0), 101)).toMatchObject({ _tag: "Cosigned", size: 5 })
  expect(answerRequest(db, key, request("abcde", 5), 102)).toMatchObject({ _tag: "Cosigned", size: 5 })
  const behind = answerRequest(db, key, request("abcdefg", 0), 103)
  expect(behind).toMatchObject({ status: 409 })
  const [refused = "", ...lines] = behind.text.split("\n")
  expect(refused).toBe("refused 409 size 5: the latest checkpoint of this witness has the size 5, not 0")
  const [note] = request("abcde", 0).toString().split("old 0\n\n").slice(1)
  expect(openNote(`${note}${lines.join("\n")}`, [key.verifier])).toMatchObject({ signatures: [{ time: 103 }] })
  expect(refusedRequests(db)).toEqual([])
})

it("keeps another tree of a size that it saw, from whatever size the log asks, and says what that means", () => {
  answerRequest(db, key, request("abcde", 0), 100)
  for (const oldSize of [0, 3, 5]) {
    expect(answerRequest(db, key, request("abcdE", oldSize), 101)).toMatchObject({
      status: 422,
      text: "refused 422: two histories were signed: this witness saw another root over 5 events\n"
    })
  }
  expect(refusedRequests(db)).toHaveLength(3)
})

it("refuses another history, and keeps the request as it came", () => {
  answerRequest(db, key, request("abcde", 0), 100)
  const fork = request("abcdEfg", 5)
  expect(answerRequest(db, key, fork, 101)).toMatchObject({ status: 422 })
  expect(answerRequest(db, key, request("abcdE", 5), 102)).toMatchObject({ status: 422 })
  expect(refusedRequests(db)).toMatchObject([{ number: 1, time: 101, status: 422 }, { number: 2 }])
  expect(refusedRequest(db, 1)).toEqual(new Uint8Array(fork))
  expect(refusedRequest(db, 9)).toBeNull()
  expect(seenLogs(db)).toMatchObject([{ size: 5, time: 100 }])
})

it("refuses a stranger, an unknown log and what is no request", () => {
  const stranger = signerKey("example.org/events", keyTypes.note, Buffer.alloc(32, 4))
  expect(answerRequest(db, key, request("a", 0, stranger), 1)).toMatchObject({ status: 403 })
  expect(answerRequest(db, key, Buffer.from(request("a", 0).toString().replace("example.org", "other.org")), 1))
    .toMatchObject({ status: 404 })
  expect(answerRequest(db, key, Buffer.from("old x\n"), 1)).toMatchObject({ status: 400 })
  expect(answerRequest(db, key, request("a", 7), 1)).toMatchObject({ status: 400 })
  expect(seenLogs(db)).toMatchObject([{ size: null }])
})

it("neither goes back nor forgets, whoever asks its file to", () => {
  answerRequest(db, key, request("abcde", 0), 100)
  answerRequest(db, key, request("x", 5), 100)
  for (const change of ["UPDATE last SET size = 1", "DELETE FROM last", "DELETE FROM refused"]) {
    expect(() => db.exec(change)).toThrow(/does not|evidence/)
  }
})
