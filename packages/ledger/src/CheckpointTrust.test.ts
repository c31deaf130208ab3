/**
 * Proves whom a policy believes: a log under its own name, and as many witnesses as it asks for.
 */
import { describe, expect, it } from "vitest"
import { formatCheckpoint } from "./Checkpoint.ts"
import { trustCheckpoint } from "./CheckpointTrust.ts"
import { formatVerifierKey, keyTypes, signerKey } from "./NoteKey.ts"
import { cosign, signNote } from "./SignedNote.ts"
import vectors from "./vectors/signed-note.json" with { type: "json" }
import receipt from "./vectors/tlog-proof.json" with { type: "json" }
import { parsePolicy } from "./WitnessPolicy.ts"

const key = (name: string, type: 1 | 4, byte: number) => signerKey(name, type, Buffer.alloc(32, byte))
const log = key("log.example/events", keyTypes.note, 1)
const otherLog = key("log.example/access", keyTypes.note, 2)
const inspectorate = key("w3.example", keyTypes.cosignature, 3)
const charity = key("w4.example", keyTypes.cosignature, 4)
const board = key("w5.example", keyTypes.cosignature, 5)
const head = { origin: "log.example/events", size: 1, root: Buffer.alloc(32, 9) }

const policyOf = (text: string) => {
  const policy = parsePolicy(text)
  if (policy._tag === "Malformed") throw new Error(policy.because)
  return policy
}
const policy = policyOf(
  [
    `log ${formatVerifierKey(log.verifier)}`,
    `log ${formatVerifierKey(otherLog.verifier)}`,
    `witness inspectorate ${formatVerifierKey(inspectorate.verifier)}`,
    `witness charity ${formatVerifierKey(charity.verifier)}`,
    `witness board ${formatVerifierKey(board.verifier)}`,
    "group two 2 inspectorate charity board",
    "quorum two\n"
  ].join("\n")
)
const signed = signNote(formatCheckpoint(head), [log])

describe("a checkpoint is trusted", () => {
  it("with the published policy and its cosignatures", () => {
    const note = vectors.notes.find(({ desc }) => desc.startsWith("checkpoint size 8"))!
    expect(trustCheckpoint(note.msg, policyOf(receipt.policy))).toMatchObject({
      _tag: "TrustedCheckpoint",
      checkpoint: { origin: "example.org/peer-work/events", size: 8 },
      witnessed: [{ witness: "inspectorate", time: 1_767_225_600 }, { witness: "charity", time: 1_767_225_660 }]
    })
  })

  it("once enough witnesses have signed it, in whatever order", () => {
    const note = signed + cosign(head, board, 70) + cosign(head, inspectorate, 60)
    expect(trustCheckpoint(Buffer.from(note), policy)).toEqual({
      _tag: "TrustedCheckpoint",
      checkpoint: { _tag: "Checkpoint", ...head },
      signedBy: [policy.logs[0]],
      witnessed: [{ witness: "inspectorate", time: 60 }, { witness: "board", time: 70 }]
    })
  })

  it("not before, and then says who did", () => {
    const checkpoint = { _tag: "Checkpoint", ...head }
    expect(trustCheckpoint(signed, policy)).toEqual({
      _tag: "QuorumMissing",
      checkpoint,
      signedBy: [policy.logs[0]],
      witnessed: [],
      because: "no witness of the policy cosigned the checkpoint"
    })
    const often = signed + cosign(head, charity, 60) + cosign(head, charity, 61)
    expect(trustCheckpoint(often, policy)).toEqual({
      _tag: "QuorumMissing",
      checkpoint,
      signedBy: [policy.logs[0]],
      witnessed: [{ witness: "charity", time: 60 }],
      because: "only charity of the policy cosigned the checkpoint"
    })
  })

  it("not by witnesses alone, nor by a log under another name", () => {
    const cosignatures = cosign(head, board, 70) + cosign(head, inspectorate, 60)
    const because = "no log of the policy has signed the checkpoint of log.example/events"
    const { keyId, name } = key("log.example/events", keyTypes.note, 8).verifier
    const unknown = signNote(formatCheckpoint(head), [key("log.example/events", keyTypes.note, 8)])
    expect(trustCheckpoint(unknown + cosignatures, policy)).toEqual({
      _tag: "NoKnownSignature",
      ignored: [{ name, keyId }],
      because
    })
    const byOther = signNote(formatCheckpoint(head), [otherLog])
    expect(trustCheckpoint(byOther + cosignatures, policy)).toEqual({ _tag: "NoKnownSignature", ignored: [], because })
    expect(trustCheckpoint(unknown, policy)).toMatchObject({ because: "no known key has signed the note" })
  })

  it("not by a witness whose key signs notes", () => {
    const other = key("other.example", keyTypes.note, 6)
    const quorum = { threshold: 1, members: ["other"] }
    const notes = { ...policy, witnesses: new Map([["other", other.verifier]]), quorum }
    expect(trustCheckpoint(signNote(formatCheckpoint(head), [log, other]), notes)).toMatchObject({
      _tag: "QuorumMissing",
      witnessed: []
    })
  })

  it("not where the text under the signatures is no checkpoint", () => {
    expect(trustCheckpoint(signNote("words\n", [log]), policy)).toMatchObject({
      _tag: "Malformed",
      because: "a checkpoint is three lines, each with a line feed at its end"
    })
  })
})
