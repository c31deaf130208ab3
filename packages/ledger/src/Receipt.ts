/**
 * Receipts: that one entry is in the log, for whoever holds the entry, the receipt and a policy, and nothing else.
 *
 * C2SP's tlog-proof: where the entry is, the hashes that lead from it to the root, and the checkpoint that was signed
 * over this root. Who holds one can show that the log has dropped or changed the entry. It counts leaves from 0 where
 * people count positions from 1.
 */
import { type CheckpointRefused, trustCheckpoint, type TrustedCheckpoint } from "./CheckpointTrust.ts"
import { hashLength } from "./Hashing.ts"
import { behind, bytesIn, countIn, isCount, type Malformed, malformed, wellFormed } from "./OneSpelling.ts"
import { provesInclusion } from "./ProofCheck.ts"
import { longestNote } from "./SignedNote.ts"
import type { WitnessPolicy } from "./WitnessPolicy.ts"

/** The most hashes that lead from a leaf to a root, or from one root to another. */
export const longestProof = 63

export interface Receipt {
  readonly _tag: "Receipt"
  /** The index of the leaf, from 0. */
  readonly index: number
  readonly proof: ReadonlyArray<Uint8Array>
  /** The signed note, as it was published. */
  readonly checkpoint: string
  /** What somebody added. Nothing vouches for it. */
  readonly extra: Uint8Array | null
}

const mark = "c2sp.org/tlog-proof@v1"

/** Hashes as lines of base64. */
export const hashLines = (hashes: ReadonlyArray<Uint8Array>): string =>
  hashes.map((hash) => `${Buffer.from(hash).toString("base64")}\n`).join("")

/** The hashes in lines of base64; null where a line holds none, or there are too many. */
export const hashesIn = (lines: ReadonlyArray<string>): ReadonlyArray<Uint8Array> | null => {
  if (lines.length > longestProof) return null
  const hashes = lines.map(bytesIn).filter((bytes) => bytes?.length === hashLength) as ReadonlyArray<Uint8Array>
  return hashes.length === lines.length ? hashes : null
}

/** The receipt as a text. */
export const formatReceipt = ({ checkpoint, extra, index, proof }: Omit<Receipt, "_tag">): string => {
  if (!isCount(index)) throw new RangeError(`${index} is not the index of a leaf`)
  const added = extra === null ? "" : `extra ${Buffer.from(extra).toString("base64")}\n`
  return `${mark}\n${added}index ${index}\n${hashLines(proof)}\n${checkpoint}`
}

/** The receipt that the text says. Nothing of it is checked yet. */
export const parseReceipt = (given: string | Uint8Array): Receipt | Malformed => {
  if (given.length > longestNote) return malformed(`a receipt has up to ${longestNote} bytes`)
  const text = wellFormed(given)
  if (text === null) return malformed("the receipt is not UTF-8")
  const end = text.indexOf("\n\n")
  if (end === -1) return malformed("no empty line stands before the checkpoint")
  const [first, second = "", ...more] = text.slice(0, end).split("\n")
  if (first !== mark) return malformed(`the first line of a receipt is ${mark}`)
  const added = behind("extra ", second)
  const extra = added === null ? null : bytesIn(added)
  if (added !== null && extra === null) return malformed("what was added to the receipt is not base64")
  const [place = "", ...hashes] = added === null ? [second, ...more] : more
  const index = countIn(behind("index ", place) ?? "")
  if (index === null) return malformed("a line of the receipt says the index of the leaf")
  const proof = hashesIn(hashes)
  if (proof === null) return malformed(`the proof is up to ${longestProof} hashes of ${hashLength} bytes in base64`)
  return { _tag: "Receipt", index, proof, checkpoint: text.slice(end + 2), extra }
}

/** The entry was at this position of the log when the checkpoint was signed. */
export interface ProvenEntry extends Omit<TrustedCheckpoint, "_tag" | "signedBy"> {
  readonly _tag: "ProvenEntry"
  /** From 1. */
  readonly position: number
}

/** The checkpoint is good, and the entry is not where the receipt says. */
export interface NotIncluded extends Omit<TrustedCheckpoint, "_tag" | "signedBy"> {
  readonly _tag: "NotIncluded"
  readonly because: string
}

/** What the receipt proves about the entry with this leaf hash, to whoever trusts the policy. */
export const checkReceipt = (
  { checkpoint: note, index, proof }: Receipt,
  leafHash: Uint8Array,
  policy: WitnessPolicy
): ProvenEntry | NotIncluded | CheckpointRefused => {
  const trusted = trustCheckpoint(note, policy)
  if (trusted._tag !== "TrustedCheckpoint") return trusted
  const { checkpoint, witnessed } = trusted
  if (provesInclusion({ leafHash, index, size: checkpoint.size, root: checkpoint.root }, proof)) {
    return { _tag: "ProvenEntry", position: index + 1, checkpoint, witnessed }
  }
  const because = `the hashes do not lead from the entry at position ${index + 1} to the root of the checkpoint`
  return { _tag: "NotIncluded", checkpoint, witnessed, because }
}
