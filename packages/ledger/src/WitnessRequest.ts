/**
 * What a log asks of a witness, and what the witness has to find out before it signs.
 *
 * The body and the answers are those of `add-checkpoint` in C2SP's tlog-witness, whether they travel over a network or
 * as files on a stick. A witness remembers one checkpoint for each log and signs only what that one leads to. It has to
 * store the new one, and be sure of it, before it hands out the signature.
 */
import { type Checkpoint, parseCheckpoint, type TreeHead } from "./Checkpoint.ts"
import { emptyRoot } from "./Hashing.ts"
import type { VerifierKey } from "./NoteKey.ts"
import { behind, countIn, isCount, type Malformed, malformed, wellFormed } from "./OneSpelling.ts"
import { provesConsistency } from "./ProofCheck.ts"
import { hashesIn, hashLines, longestProof } from "./Receipt.ts"
import { openNote } from "./SignedNote.ts"

export interface WitnessRequest {
  readonly _tag: "WitnessRequest"
  /** The size of the checkpoint that the log takes for the witness's latest. */
  readonly oldSize: number
  /** From there to the new one. */
  readonly proof: ReadonlyArray<Uint8Array>
  /** The new checkpoint as a signed note. */
  readonly checkpoint: string
}

/** The request as a text. */
export const formatWitnessRequest = ({ checkpoint, oldSize, proof }: Omit<WitnessRequest, "_tag">): string => {
  if (!isCount(oldSize)) throw new RangeError(`${oldSize} is not the size of a tree`)
  return `old ${oldSize}\n${hashLines(proof)}\n${checkpoint}`
}

/** The request that the text says. */
export const parseWitnessRequest = (given: string | Uint8Array): WitnessRequest | Malformed => {
  const text = wellFormed(given)
  if (text === null) return malformed("the request is not UTF-8")
  const end = text.indexOf("\n\n")
  if (end === -1) return malformed("no empty line stands before the checkpoint")
  const [first = "", ...lines] = text.slice(0, end).split("\n")
  const oldSize = countIn(behind("old ", first) ?? "")
  if (oldSize === null) return malformed("the first line of a request says the old size")
  const proof = hashesIn(lines)
  if (proof === null) return malformed(`the proof is up to ${longestProof} hashes of 32 bytes in base64`)
  return { _tag: "WitnessRequest", oldSize, proof, checkpoint: text.slice(end + 2) }
}

/** What a witness knows of the logs that it watches. */
export interface Watched {
  /** The keys of the log; none where the witness does not watch it. */
  readonly keysOf: (origin: string) => ReadonlyArray<VerifierKey>
  /** The checkpoint that it cosigned last; null before the first. */
  readonly lastOf: (origin: string) => TreeHead | null
}

/** The witness may store this checkpoint and then cosign it. */
export interface FitToCosign {
  readonly _tag: "FitToCosign"
  readonly checkpoint: Checkpoint
}

/** The witness must not sign. The status is that of the protocol; a request with 403 or 422 is worth keeping. */
export interface CosigningRefused {
  readonly _tag: "CosigningRefused"
  readonly status: 400 | 403 | 404 | 409 | 422
  readonly because: string
  /** The size of the witness's latest checkpoint, where it is another than the log thinks. */
  readonly latestSize: number | null
}

const refused = (
  status: CosigningRefused["status"],
  because: string,
  latestSize: number | null = null
): CosigningRefused => ({ _tag: "CosigningRefused", status, because, latestSize })

/** The origin that an unsigned note claims, which says whose signature to look for. */
const claimedOrigin = (note: string): string => note.slice(0, note.indexOf("\n"))

/** Whether the witness may cosign the checkpoint of the request. */
export const judgeWitnessRequest = (
  { checkpoint: note, oldSize, proof }: WitnessRequest,
  { keysOf, lastOf }: Watched
): FitToCosign | CosigningRefused => {
  const origin = claimedOrigin(note)
  const keys = keysOf(origin)
  if (keys.length === 0) return refused(404, `this witness does not watch ${JSON.stringify(origin)}`)
  const opened = openNote(note, keys)
  if (opened._tag === "Malformed") return refused(400, opened.because)
  if (opened._tag !== "OpenedNote") return refused(403, opened.because)
  const checkpoint = parseCheckpoint(opened.text)
  if (checkpoint._tag === "Malformed") return refused(400, checkpoint.because)
  const { root, size } = checkpoint
  if (oldSize > size) return refused(400, `a log of ${size} leaves did not grow from ${oldSize}`)
  const last = lastOf(origin) ?? { size: 0, root: emptyRoot }
  if (oldSize !== last.size) {
    return refused(409, `the latest checkpoint of this witness has the size ${last.size}, not ${oldSize}`, last.size)
  }
  return provesConsistency({ from: last.size, fromRoot: last.root, to: size, toRoot: root }, proof)
    ? { _tag: "FitToCosign", checkpoint }
    : refused(422, `nothing shows that the log of ${size} leaves begins with the ${last.size} seen before`)
}
