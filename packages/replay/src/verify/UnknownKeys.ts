/**
 * Checkpoints of the log that no key of the auditor's has signed, as those from before a change of its key are.
 *
 * A newer checkpoint that is signed holds for every event below it, so an older one over the same events needs no
 * signature of its own for what it says of them. Nothing else may be believed of it: not who signed it, nor when, nor
 * that anybody was shown it. And a key that signed before it and behind it would have signed it too, so a change of keys
 * does not explain that one.
 */
import type { ClaimedKey, VerifierKey } from "@peerwork/ledger"
import { altered, type Finding } from "./Finding.ts"
import type { ClaimingNote, Vouched } from "./NotesCheck.ts"

/** A note over these events that no key of the auditor's has signed. */
export interface Unsigned {
  readonly note: ClaimingNote
  /** The keys that its lines name, which the auditor did not give; none of their signatures was checked. */
  readonly ignored: ReadonlyArray<ClaimedKey>
  readonly because: string
}

/** Notes that need no signature, and the one that holds for the events of all of them. */
export interface Covered {
  readonly notes: ReadonlyArray<Unsigned>
  readonly by: Vouched
}

export interface UnsignedJudged {
  readonly findings: ReadonlyArray<Finding>
  readonly covered: Covered | null
}

/** The first and the last size that each key has signed. */
const spansOf = (vouched: ReadonlyArray<Vouched>): ReadonlyArray<readonly [first: number, last: number]> => {
  const spans = new Map<VerifierKey, readonly [number, number]>()
  for (const { signedBy, size } of vouched) {
    for (const key of signedBy) {
      const [first, last] = spans.get(key) ?? [size, size]
      spans.set(key, [Math.min(first, size), Math.max(last, size)])
    }
  }
  return [...spans.values()]
}

const nobodys = (says: string, where: string): Finding => ({ wrong: "quorum", position: null, where, says })

/** Judges them beside those that are signed, of which the newest is given. */
export const judgeUnsigned = (
  unsigned: ReadonlyArray<Unsigned>,
  vouched: ReadonlyArray<Vouched>,
  newest: Vouched | null
): UnsignedJudged => {
  const spans = spansOf(vouched)
  const wrongWith = ({ because, ignored, note: { claim: { origin, size }, name } }: Unsigned): Finding | null => {
    const twin = vouched.find((other) => other.signedBy.length > 0 && other.size === size)
    if (twin !== undefined) {
      const says =
        `${name} was altered: no key that you gave has signed it, and ${twin.name} over the same events is signed`
      return altered(says, null, name)
    }
    const isOlder = newest !== null && size < newest.size && ignored.some((key) => key.name === origin)
    if (!isOlder) return nobodys(`${name} is signed by no key that you gave: ${because}`, name)
    return spans.some(([first, last]) => first < size && size < last)
      ? nobodys(
        `${name} is signed by no key that you gave, though one of them signed before it and behind it: ` +
          "it was altered, or the log had another key for a while, which you have to give as well",
        name
      )
      : null
  }
  const judged = unsigned.map((each) => ({ each, finding: wrongWith(each) }))
  const notes = judged.flatMap(({ each, finding }) => finding === null ? [each] : [])
  return {
    findings: judged.flatMap(({ finding }) => finding ?? []),
    covered: newest === null || notes.length === 0 ? null : { notes, by: newest }
  }
}

const mostKeys = 3

const keysIn = (notes: ReadonlyArray<Unsigned>): string => {
  const keys = notes.flatMap(({ ignored, note: { claim } }) =>
    ignored.filter(({ name }) => name === claim.origin).map(({ keyId, name }) => `${name}+${keyId}`)
  )
  const different = [...new Set(keys)]
  const more = different.length > mostKeys ? ` and ${different.length - mostKeys} more` : ""
  return `${different.slice(0, mostKeys).join(", ")}${more}`
}

/** What is not proved of them, and what is all the same. */
export const sayCovered = ({ by, notes }: Covered): string => {
  const names = notes.map(({ note: { name } }) => name)
  const [what, those, they, their] = names.length === 1
    ? [names[0], "it", "It names", "Its"]
    : [
      `the ${names.length} checkpoints from ${names[0]} to ${names.at(-1)}, which no key of yours has signed`,
      "them",
      "They name",
      "Their"
    ]
  return `Who signed ${what}, when, and that anybody was shown ${those}. ${they} no key that you gave, but ` +
    `${keysIn(notes)}, as where the log has changed its key. ${their} events are covered by ${by.name}, which is signed`
}
