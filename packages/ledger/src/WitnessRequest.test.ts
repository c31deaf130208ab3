/**
 * Proves that a witness signs only what its last checkpoint leads to, with the answers of the published table.
 */
import { describe, expect, it } from "vitest"
import { formatCheckpoint, parseCheckpoint, type TreeHead } from "./Checkpoint.ts"
import { emptyRoot } from "./Hashing.ts"
import { keyTypes, signerKey } from "./NoteKey.ts"
import { signNote } from "./SignedNote.ts"
import vectors from "./vectors/checkpoint-witness.json" with { type: "json" }
import notes from "./vectors/signed-note.json" with { type: "json" }
import {
  formatWitnessRequest,
  judgeWitnessRequest,
  parseWitnessRequest,
  type WitnessRequest
} from "./WitnessRequest.ts"

const { addCheckpoint: { request: text, responses }, origin } = vectors
const log = signerKey(origin, keyTypes.note, Buffer.from(notes.keys.at(0)!.seedHex!, "hex"))

const requestIn = (text: string | Uint8Array): WitnessRequest => {
  const request = parseWitnessRequest(text)
  if (request._tag === "Malformed") throw new Error(request.because)
  return request
}
const headOf = (size: number): TreeHead => {
  const checkpoint = parseCheckpoint(vectors.checkpoints.find((each) => each.size === size)!.text)
  if (checkpoint._tag === "Malformed") throw new Error(checkpoint.because)
  return checkpoint
}
const signed = (head: TreeHead): string => signNote(formatCheckpoint(head), [log])
const [six, eight] = [headOf(6), headOf(8)]
const other = { ...eight, root: Buffer.alloc(32, 7) }
const request = requestIn(text)

const judge = (request: WitnessRequest, last: TreeHead | null = six) =>
  judgeWitnessRequest(request, {
    keysOf: (name) => name === origin ? [log.verifier] : [],
    lastOf: (name) => name === origin ? last : null
  })
const first = (head: TreeHead, proof: WitnessRequest["proof"] = []): WitnessRequest => ({
  _tag: "WitnessRequest",
  oldSize: 0,
  proof,
  checkpoint: signed(head)
})

describe("a request", () => {
  it("is read and written as published", () => {
    expect(request).toMatchObject({ oldSize: 6, checkpoint: vectors.checkpoints.at(3)!.signed })
    expect(request.proof.length).toBe(3)
    expect(formatWitnessRequest(request)).toBe(text)
    expect(requestIn(Buffer.from(text))).toEqual(request)
    expect(formatWitnessRequest(first(eight)).startsWith(`old 0\n\n${origin}\n8\n`)).toBe(true)
    expect(requestIn(formatWitnessRequest(first(eight)))).toEqual(first(eight))
  })

  it.for<[string, string | Uint8Array, string]>([
    ["no empty line", "old 6\n", "no empty line stands before the checkpoint"],
    ["no old size", text.replace("old 6\n", ""), "the first line of a request says the old size"],
    ["a carriage return", text.replace("old 6", "old 6\r"), "the first line of a request says the old size"],
    ["a leading zero", text.replace("old 6", "old 06"), "the first line of a request says the old size"],
    ["another word", text.replace("old 6", "bold 6"), "the first line of a request says the old size"],
    [
      "a line that is no hash",
      text.replace("old 6\n", "old 6\nx\n"),
      "the proof is up to 63 hashes of 32 bytes in base64"
    ],
    ["other bytes than UTF-8", Buffer.of(0xff), "the request is not UTF-8"]
  ])(
    "is not one with %s",
    ([_, text, because]) => expect(parseWitnessRequest(text)).toEqual({ _tag: "Malformed", because })
  )

  it("is not written of a size that is none", () =>
    expect(() => formatWitnessRequest({ ...request, oldSize: -1 })).toThrow("-1 is not the size of a tree"))
})

describe("a witness", () => {
  it("signs what its last checkpoint leads to, and the same again", () => {
    expect(judge(request)).toEqual({ _tag: "FitToCosign", checkpoint: { ...eight } })
    expect(judge({ ...request, oldSize: 8, proof: [] }, eight)).toMatchObject({ _tag: "FitToCosign" })
  })

  it("signs any first checkpoint, of an empty log too", () => {
    expect(judge(first(eight), null)).toMatchObject({ _tag: "FitToCosign", checkpoint: { size: 8 } })
    expect(judge(first(headOf(0)), null)).toMatchObject({ _tag: "FitToCosign", checkpoint: { root: emptyRoot } })
  })

  it.for<[string, WitnessRequest, TreeHead | null, number, string]>([
    [
      "a log that it does not watch",
      { ...request, checkpoint: request.checkpoint.replace(origin, "x") },
      six,
      responses.unknownOrigin,
      'this witness does not watch "x"'
    ],
    [
      "a false signature",
      { ...request, checkpoint: request.checkpoint.replace("\n8\n", "\n9\n") },
      six,
      responses.badSignature,
      `${origin}+5b408db6 did not sign this text`
    ],
    [
      "a key that it does not know",
      { ...request, checkpoint: request.checkpoint.replace(`— ${origin}`, "— x") },
      six,
      responses.badSignature,
      "no known key has signed the note"
    ],
    [
      "what is no note",
      { ...request, checkpoint: `${origin}\n` },
      six,
      400,
      "no empty line parts the text of the note from its signatures"
    ],
    [
      "what is no checkpoint",
      { ...request, checkpoint: signNote(`${origin}\n8\n`, [log]) },
      six,
      400,
      "a checkpoint is three lines, each with a line feed at its end"
    ],
    [
      "a log that shrank",
      { ...request, oldSize: 9 },
      six,
      responses.oldGreaterThanSize,
      "a log of 8 leaves did not grow from 9"
    ],
    [
      "a false proof",
      { ...request, proof: [...request.proof].reverse() },
      six,
      responses.badProof,
      "nothing shows that the log of 8 leaves begins with the 6 seen before"
    ],
    [
      "another root of the same size",
      { ...request, oldSize: 8, proof: [], checkpoint: signed(other) },
      eight,
      responses.sameSizeOtherRoot,
      "nothing shows that the log of 8 leaves begins with the 8 seen before"
    ],
    [
      "an empty log with a root of its own",
      first({ ...other, size: 0 }),
      null,
      responses.sizeZeroWrongRoot,
      "nothing shows that the log of 0 leaves begins with the 0 seen before"
    ],
    [
      "a proof from nothing",
      first(eight, request.proof),
      null,
      responses.nonEmptyProofWithOldZero,
      "nothing shows that the log of 8 leaves begins with the 0 seen before"
    ]
  ])(
    "refuses %s",
    ([_, request, last, status, because]) =>
      expect(judge(request, last)).toEqual({ _tag: "CosigningRefused", status, because, latestSize: null })
  )

  it("tells a log that is behind, or ahead, how far it is itself", () => {
    const { body, status } = responses.stale
    expect(judge({ ...request, oldSize: 1 })).toEqual({
      _tag: "CosigningRefused",
      status,
      because: "the latest checkpoint of this witness has the size 6, not 1",
      latestSize: Number(body)
    })
    expect(judge(request, null)).toMatchObject({ status: 409, latestSize: 0 })
    expect(judge(first(eight))).toMatchObject({ status: 409, latestSize: 6 })
  })
})
