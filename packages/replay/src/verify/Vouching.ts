/**
 * What all the notes together prove about a history, in sentences: as far as somebody signed, and as far as others saw.
 */
import type { WitnessPolicy } from "@peerwork/ledger"
import type { Finding, Findings } from "./Finding.ts"
import { checkNote, type ClaimingNote, type Grown, type Trust, type Vouched } from "./NotesCheck.ts"
import { judgeUnsigned, sayCovered, type Unsigned } from "./UnknownKeys.ts"

export interface Vouching {
  readonly vouched: ReadonlyArray<Vouched>
  readonly signedUpTo: number | null
  readonly witnessedUpTo: number | null
  readonly newestWitnessed: Vouched | null
  readonly proved: ReadonlyArray<string>
  readonly notProved: ReadonlyArray<string>
}

const asksForWitnesses = (policy: WitnessPolicy | null): boolean => policy !== null && policy.quorum.threshold > 0

const largest = (notes: ReadonlyArray<Vouched>): Vouched | null =>
  notes.reduce<Vouched | null>((newest, note) => newest === null || note.size > newest.size ? note : newest, null)

const day = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`

const noWitnesses =
  "No witness was asked for. Whoever holds the operator's keys can write another history and sign it anew, and nothing " +
  "here would show it. A policy with witnesses, a checkpoint kept from before (--since) or a receipt does"

const noKey =
  "Nobody's signature was checked, because no key was given. Whoever wrote this could have written anything; " +
  "give the key of the log (--key) or a policy (--policy) that you got from somebody else"

const positions = (size: number): string =>
  size === 1 ? "The event at position 1 is" : `The events from position 1 to ${size} are`

const provedBy = (
  signed: Vouched | null,
  witnessed: Vouched | null,
  kept: ReadonlyArray<Vouched>
): ReadonlyArray<string> => [
  ...(signed === null || signed.size === 0
    ? []
    : [`${positions(signed.size)} those that the log has signed, whole and in this order`]),
  ...(witnessed === null || witnessed.witnessed.length === 0
    ? []
    : [
      `Nothing up to position ${witnessed.size} was changed since it was seen by ${
        witnessed.witnessed.map(({ time, witness }) => `${witness} (${day(time)})`).join(", ")
      }`
    ]),
  ...kept.map(({ name, size }) => `Nothing up to position ${size} was changed since you kept ${name}`)
]

const notProvedBy = (policy: WitnessPolicy | null, size: number, signed: Vouched | null, witnessed: Vouched | null) => [
  ...(policy === null ? [noKey] : asksForWitnesses(policy) ? [] : [noWitnesses]),
  ...(signed !== null && signed.size < size
    ? [
      `${
        signed.size + 1 === size ? `The event at position ${size} is` : `Events from position ${signed.size + 1} on are`
      } signed by nobody yet`
    ]
    : []),
  ...(asksForWitnesses(policy) && (witnessed?.size ?? 0) < size
    ? [`From position ${(witnessed?.size ?? 0) + 1} on there is only the operator's word`]
    : []),
  "That what was recorded is true, and that all that happened was recorded"
]

const findQuorum = (policy: WitnessPolicy | null, found: Findings, newest: Vouched | null): void => {
  if (policy === null) {
    found.add({
      wrong: "quorum",
      position: null,
      where: null,
      says: "no signature was checked: there is no key to check it with"
    })
  } else if (newest !== null && newest.signedBy.length > 0 && !newest.isWitnessed) {
    const names = newest.witnessed.map(({ witness }) => witness)
    const says = `${newest.name} is signed, but not cosigned as the policy asks (${
      names.length === 0 ? "by no witness of it" : `only by ${names.join(", ")}`
    }): it may be another history than others were shown`
    found.add({ wrong: "quorum", position: null, where: newest.name, says })
  }
}

/** Without a key nothing says that what was kept is good itself. */
export const doubted = (finding: Finding): Finding => ({
  ...finding,
  says: `${finding.says}. Whether it or the history is the wrong one, only the key of the log can tell`
})

/** Compares every note with the tree. Notes that the history does not fit are findings. */
export const vouchingOf = (
  notes: ReadonlyArray<ClaimingNote>,
  tree: Grown,
  { policy, remembered }: Trust,
  found: Findings
): Vouching => {
  const kept = new Set(remembered.map(({ name }) => name))
  const vouched: Array<Vouched> = []
  // Whoever wrote another history has signed it too: what was kept is bounded only by what was kept
  const matchedTo = { own: 0, kept: 0 }
  const unsigned: Array<Unsigned> = []
  for (const note of notes.toSorted((a, b) => a.claim.size - b.claim.size)) {
    const whose = kept.has(note.name) ? "kept" : "own"
    const checked = checkNote(note, tree, policy, matchedTo[whose])
    const { finding } = checked
    if (checked.unsigned !== null) unsigned.push(checked.unsigned)
    if (finding !== null) found.add(policy === null && whose === "kept" ? doubted(finding) : finding)
    if (checked.vouched === null) continue
    vouched.push(checked.vouched)
    matchedTo[whose] = checked.vouched.size
  }
  const signed = largest(vouched.filter(({ signedBy }) => signedBy.length > 0))
  const witnessed = largest(vouched.filter(({ isWitnessed }) => isWitnessed))
  const { covered, findings } = judgeUnsigned(unsigned, vouched, signed)
  findings.forEach(found.add)
  findQuorum(policy, found, largest(vouched.filter(({ name }) => !kept.has(name))))
  const isAltered = ["integrity", "malformed"].includes(found.worst() ?? "")
  return {
    vouched,
    signedUpTo: policy === null ? null : signed?.size ?? 0,
    witnessedUpTo: asksForWitnesses(policy) ? witnessed?.size ?? 0 : null,
    newestWitnessed: witnessed,
    proved: isAltered ? [] : provedBy(signed, witnessed, vouched.filter(({ name }) => kept.has(name))),
    notProved: [
      ...notProvedBy(policy, tree.size, signed, witnessed),
      ...(covered === null ? [] : [sayCovered(covered)])
    ]
  }
}
