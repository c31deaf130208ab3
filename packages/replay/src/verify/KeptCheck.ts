/**
 * What the auditor kept from before: whether it is good itself, and whether the events of receipts are in the history.
 *
 * What was kept accuses the log, so it is doubted first. A checkpoint that no key of the auditor's has signed, or a
 * receipt whose hashes lead nowhere, says nothing about the history; it is the kept file that is bad.
 */
import {
  leafHash,
  provesInclusion,
  type Receipt,
  sameHash,
  trustCheckpoint,
  type WitnessPolicy
} from "@peerwork/ledger"
import type { AskLeaf } from "./EntriesCheck.ts"
import { altered, type Finding, type Findings } from "./Finding.ts"
import { claimIn, type Grown, type KeptNote } from "./NotesCheck.ts"
import { doubted } from "./Vouching.ts"

const bad = (name: string, because: string): Finding => ({
  wrong: "kept",
  position: null,
  where: name,
  says: `${name}, which you kept, is no good: ${because}. It says nothing about this history`
})

/** Whoever changes the key of a log must not be rid of what was kept before. */
const ofAnotherKey = (name: string, key: string): Finding => ({
  wrong: "kept",
  position: null,
  where: name,
  says:
    `${name}, which you kept, names the key ${key}, which you did not give. If the log had that key before, give it ` +
    "as well: without it nothing is known of what you kept, and this may be another history"
})

const complaint = ({ name, note, receipt }: KeptNote, policy: WitnessPolicy | null, origin: string): Finding | null => {
  const claim = claimIn(note)
  if (claim._tag === "Malformed") return bad(name, `it holds no checkpoint, because ${claim.because}`)
  if (claim.origin !== origin) return bad(name, `it is of the log ${claim.origin}, and this is ${origin}`)
  if (receipt !== undefined && receipt.index >= claim.size) {
    return bad(name, `it is for position ${receipt.index + 1}, and its checkpoint ends at ${claim.size}`)
  }
  if (policy === null) return null
  const trusted = trustCheckpoint(note, policy)
  if (trusted._tag === "TrustedCheckpoint" || trusted._tag === "QuorumMissing") return null
  const other = trusted._tag === "NoKnownSignature" ? trusted.ignored.find((key) => key.name === origin) : undefined
  return other === undefined
    ? bad(name, `no key that you gave has signed it (${trusted.because})`)
    : ofAnotherKey(name, `${other.name}+${other.keyId}`)
}

/** What was kept and can be relied on; the rest is found wanting. */
export const reliedOn = (
  kept: ReadonlyArray<KeptNote>,
  policy: WitnessPolicy | null,
  origin: string,
  found: Findings
): ReadonlyArray<KeptNote> =>
  kept.filter((note) => {
    const wrong = complaint(note, policy, origin)
    if (wrong !== null) found.add(wrong)
    return wrong === null
  })

export interface ReceiptsCheck {
  readonly ask: AskLeaf
  /** Sentences about the events that the receipts were given for. */
  readonly end: (tree: Grown, found: Findings) => ReadonlyArray<string>
}

const positionOf = ({ index }: Receipt): number => index + 1

/** Holds the event of each receipt against it. */
export const receiptsCheck = (kept: ReadonlyArray<KeptNote>, policy: WitnessPolicy | null): ReceiptsCheck => {
  const leaves = new Map<number, Buffer | null>(
    kept.flatMap(({ receipt }) => receipt === undefined ? [] : [[positionOf(receipt), null]])
  )
  const check = ({ name, note }: KeptNote, receipt: Receipt, tree: Grown): Finding | null => {
    const [claim, leaf] = [claimIn(note), leaves.get(positionOf(receipt)) ?? null]
    if (claim._tag === "Malformed" || leaf === null) return null
    const { root, size } = claim
    if (provesInclusion({ leafHash: leaf, index: receipt.index, size, root }, receipt.proof)) return null
    const has = tree.rootAt(size)
    const position = positionOf(receipt)
    if (has !== null && sameHash(has, root)) {
      return bad(name, `its hashes do not lead from the event at position ${position} to its checkpoint`)
    }
    const another = altered(
      `the event at position ${position} is not the one that ${name} was given for, or its hashes were changed`,
      null,
      name
    )
    // Where the history ends before the checkpoint, its end is not known to be the first that is wrong
    const placed = has === null ? { ...another, position: 1, within: Math.min(size, tree.size + 1) } : another
    return policy === null ? doubted(placed) : placed
  }
  return {
    ask: (position, leaf) => {
      if (leaves.has(position)) leaves.set(position, leafHash(leaf))
    },
    end: (tree, found) =>
      kept.flatMap((note) => {
        if (note.receipt === undefined) return []
        const wrong = check(note, note.receipt, tree)
        if (wrong !== null) found.add(wrong)
        const position = positionOf(note.receipt)
        const isProven = wrong === null && (leaves.get(position) ?? null) !== null
        return isProven ? [`The event at position ${position} is the one that ${note.name} was given for`] : []
      })
  }
}
