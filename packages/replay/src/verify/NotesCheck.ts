/**
 * What published notes are worth: whether each vouches for this history, who signed it, and who saw it.
 *
 * A note is first read for what it claims, because the tree has to be grown to its size. It counts only once a key has
 * signed it that the auditor brought along, and its root is the one of the events.
 */
import {
  type Checkpoint,
  type Malformed,
  parseCheckpoint,
  parseReceipt,
  type Receipt,
  sameHash,
  trustCheckpoint,
  type VerifierKey,
  type Witnessed,
  type WitnessPolicy
} from "@peerwork/ledger"
import { altered, type Finding, unreadable } from "./Finding.ts"
import type { Unsigned } from "./UnknownKeys.ts"

/** A note, and where it came from: a file of the bundle, or what the auditor kept. */
export interface NamedNote {
  readonly name: string
  readonly note: string
}

/** A note that the auditor kept, alone or in a receipt. */
export interface KeptNote extends NamedNote {
  readonly receipt?: Receipt
}

/** What the auditor brings along. */
export interface Trust {
  /** Whose signatures count; null where the auditor has no key. */
  readonly policy: WitnessPolicy | null
  /** Checkpoints or receipts that were kept from before. */
  readonly remembered: ReadonlyArray<KeptNote>
}

export interface ClaimingNote extends NamedNote {
  readonly claim: Checkpoint
}

/** What the note claims, whoever wrote it. */
export const claimIn = (note: string): Checkpoint | Malformed => {
  const split = note.lastIndexOf("\n\n")
  return parseCheckpoint(split === -1 ? note : note.slice(0, split + 1))
}

/** The note that somebody kept as this text: that in a receipt, or the text itself. */
export const keptNote = (name: string, text: string): KeptNote => {
  const receipt = parseReceipt(text)
  return receipt._tag === "Receipt" ? { name, note: receipt.checkpoint, receipt } : { name, note: text }
}

/** The notes with what they claim, and those that claim nothing. */
export const claimsOf = (notes: ReadonlyArray<NamedNote>) => {
  const claiming: Array<ClaimingNote> = []
  const broken: Array<Finding> = []
  for (const { name, note } of notes) {
    const claim = claimIn(note)
    if (claim._tag === "Checkpoint") claiming.push({ name, note, claim })
    else broken.push(unreadable(`${name} is no checkpoint: ${claim.because}`, null, name))
  }
  return { claiming, broken }
}

/** A note that vouches for this history as far as its size. */
export interface Vouched {
  readonly name: string
  readonly size: number
  /** The keys of the auditor's that signed as the log. */
  readonly signedBy: ReadonlyArray<VerifierKey>
  readonly witnessed: ReadonlyArray<Witnessed>
  /** Whether enough witnesses signed. */
  readonly isWitnessed: boolean
}

/** What the tree of the history says. */
export interface Grown {
  readonly origin: string
  readonly size: number
  /** How many events agree with everything that lies beside them: what is wrong comes later. */
  readonly soundTo: number
  /** The root at a size; null where the tree could not be grown to it. */
  readonly rootAt: (size: number) => Uint8Array | null
}

export interface NoteChecked {
  readonly vouched: Vouched | null
  /** It fits, and no key of the auditor's has signed it. */
  readonly unsigned: Unsigned | null
  readonly finding: Finding | null
}

const nothing: NoteChecked = { vouched: null, unsigned: null, finding: null }

/** Positions in words. */
export const positions = (first: number, last: number): string =>
  first === last ? `position ${first}` : `positions ${first} to ${last}`

const fitting = ({ claim, name }: ClaimingNote, tree: Grown, matchedTo: number): Finding | null => {
  if (claim.origin !== tree.origin) return altered(`${name} is of the log ${claim.origin}`, null, name)
  if (claim.size > tree.size) {
    const [missing, were] = [positions(tree.size + 1, claim.size), claim.size === tree.size + 1 ? "was" : "were"]
    return altered(
      `${name} vouches for ${claim.size} events, and there are ${tree.size}: ${missing} ${were} cut off`,
      tree.size + 1,
      name
    )
  }
  const root = tree.rootAt(claim.size)
  if (root === null) return unreadable(`${name} cannot be compared with the events`, null, name)
  if (sameHash(root, claim.root)) return null
  const first = Math.min((tree.soundTo < claim.size ? Math.max(matchedTo, tree.soundTo) : matchedTo) + 1, claim.size)
  const where = positions(first, claim.size)
  const says = first === claim.size
    ? `${where} is not the one signed`
    : `somewhere in ${where} they are not those signed`
  const another = `${name} has another root than the first ${claim.size} events`
  return { ...altered(`${another}: ${says}`, first, name), within: claim.size }
}

/** What the note proves about the tree. The history fits smaller notes up to the size that is given. */
export const checkNote = (
  claiming: ClaimingNote,
  tree: Grown,
  policy: WitnessPolicy | null,
  matchedTo: number
): NoteChecked => {
  const { claim: { size }, name, note } = claiming
  const finding = fitting(claiming, tree, matchedTo)
  if (finding !== null) return { ...nothing, finding }
  if (policy === null) {
    return { ...nothing, vouched: { name, size, signedBy: [], witnessed: [], isWitnessed: false } }
  }
  const trusted = trustCheckpoint(note, policy)
  if (trusted._tag === "TrustedCheckpoint" || trusted._tag === "QuorumMissing") {
    const { signedBy, witnessed } = trusted
    const isWitnessed = trusted._tag === "TrustedCheckpoint"
    return { ...nothing, vouched: { name, size, signedBy, witnessed, isWitnessed } }
  }
  const { because } = trusted
  return trusted._tag === "NoKnownSignature"
    ? { ...nothing, unsigned: { note: claiming, ignored: trusted.ignored, because } }
    : {
      ...nothing,
      finding: altered(`${name} has a signature that is false, or none that can be read: ${because}`, null, name)
    }
}
