/**
 * Whether to believe a checkpoint: a log that the policy names has signed it, and enough witnesses have seen it.
 *
 * Without witnesses a checkpoint proves what the operator says today; whoever holds the operator's keys can write
 * another history and sign it. With them it proves what the operator said to everybody, since the time they signed.
 */
import { type Checkpoint, parseCheckpoint } from "./Checkpoint.ts"
import type { VerifierKey } from "./NoteKey.ts"
import type { Malformed } from "./OneSpelling.ts"
import { type NoteRefused, openNote } from "./SignedNote.ts"
import { isQuorum, type WitnessPolicy } from "./WitnessPolicy.ts"

/** A witness by its name in the policy, and when it saw the checkpoint, in seconds since 1970. */
export interface Witnessed {
  readonly witness: string
  readonly time: number
}

export interface TrustedCheckpoint {
  readonly _tag: "TrustedCheckpoint"
  readonly checkpoint: Checkpoint
  /** The keys of the log that signed it: one, or two while the log changes its key. */
  readonly signedBy: ReadonlyArray<VerifierKey>
  readonly witnessed: ReadonlyArray<Witnessed>
}

/** The log signed the checkpoint, but too few witnesses did. */
export interface QuorumMissing extends Omit<TrustedCheckpoint, "_tag"> {
  readonly _tag: "QuorumMissing"
  readonly because: string
}

export type CheckpointRefused = NoteRefused | Malformed | QuorumMissing

/** The checkpoint in the note, if the policy is content with it. */
export const trustCheckpoint = (
  note: string | Uint8Array,
  { logs, quorum, witnesses }: WitnessPolicy
): TrustedCheckpoint | CheckpointRefused => {
  const opened = openNote(note, [...logs, ...witnesses.values()])
  if (opened._tag !== "OpenedNote") return opened
  const checkpoint = parseCheckpoint(opened.text)
  if (checkpoint._tag === "Malformed") return checkpoint
  const signedBy = opened.signatures.map(({ key }) => key)
    .filter((key) => logs.includes(key) && key.name === checkpoint.origin)
  if (signedBy.length === 0) {
    const because = `no log of the policy has signed the checkpoint of ${checkpoint.origin}`
    return { _tag: "NoKnownSignature", ignored: opened.ignored, because }
  }
  const witnessed = [...witnesses].flatMap(([witness, key]) =>
    opened.signatures.flatMap((signature) =>
      signature.key === key && signature.time !== null ? [{ witness, time: signature.time }] : []
    )
  )
  if (isQuorum(quorum, new Set(witnessed.map(({ witness }) => witness)))) {
    return { _tag: "TrustedCheckpoint", checkpoint, signedBy, witnessed }
  }
  const names = witnessed.length === 0 ? "no witness" : `only ${witnessed.map(({ witness }) => witness).join(", ")}`
  return {
    _tag: "QuorumMissing",
    checkpoint,
    signedBy,
    witnessed,
    because: `${names} of the policy cosigned the checkpoint`
  }
}
