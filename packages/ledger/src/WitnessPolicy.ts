/**
 * Witness policies: whose signatures make a checkpoint good enough for the reader of the file.
 *
 * C2SP's tlog-policy. An auditor gets the file from whoever answers for the witnesses, never from the log: it names the
 * keys of logs and witnesses, and a quorum. A name is defined once, before it is used, and stands in one group only, so
 * a witness counts once. The file has to be UTF-8, and everything in it has to be understood.
 */
import { keyTypes, parseVerifierKey, type VerifierKey } from "./NoteKey.ts"
import { countIn, type Malformed, malformed, wellFormed } from "./OneSpelling.ts"

/** At least `threshold` of the members, which are witnesses by their name or groups; nobody has to sign for 0. */
export interface Quorum {
  readonly threshold: number
  readonly members: ReadonlyArray<Quorum | string>
}

export interface WitnessPolicy {
  readonly _tag: "WitnessPolicy"
  readonly logs: ReadonlyArray<VerifierKey>
  /** By the names that only the policy uses. */
  readonly witnesses: ReadonlyMap<string, VerifierKey>
  readonly quorum: Quorum
}

/** Whether these witnesses, by their names in the policy, are enough. */
export const isQuorum = ({ members, threshold }: Quorum, names: ReadonlySet<string>): boolean =>
  members.filter((member) => typeof member === "string" ? names.has(member) : isQuorum(member, names)).length >=
    threshold

/** A policy may have this many lines that are not empty and no comment. */
export const longestPolicy = 1000

const nobody: Quorum = { threshold: 0, members: [] }

/** What was read so far. */
interface Draft {
  readonly logs: Array<VerifierKey>
  readonly witnesses: Map<string, VerifierKey>
  readonly groups: Map<string, Quorum>
  /** Names that stand in a group already. */
  readonly taken: Set<string>
  quorum: Quorum | null
}

/** Why the line cannot stand where it does; null where it can, and was put into the draft. */
type Take = (words: ReadonlyArray<string>, draft: Draft) => string | null

const isSameKey = (a: VerifierKey) => (b: VerifierKey): boolean => Buffer.compare(a.publicKey, b.publicKey) === 0

const takeLog: Take = ([vkey = "", _url, ...more], { logs }) => {
  const key = parseVerifierKey(vkey)
  if (more.length > 0) return "a log has a key and, at most, an address"
  if (key._tag === "Malformed") return key.because
  if (key.type !== keyTypes.note) return "a log has a key that signs notes"
  if (logs.some(isSameKey(key))) return "the key of this log stands in the policy already"
  logs.push(key)
  return null
}

const whyNoName = (name: string, { groups, witnesses }: Draft): string | null => {
  if (name === "none") return "the name none means that nobody has to sign"
  return groups.has(name) || witnesses.has(name) ? `the name ${name} stands in the policy already` : null
}

const takeWitness: Take = ([name = "", vkey = "", _url, ...more], draft) => {
  const key = parseVerifierKey(vkey)
  if (more.length > 0) return "a witness has a name, a key and, at most, an address"
  if (key._tag === "Malformed") return key.because
  if (key.type !== keyTypes.cosignature) return "a witness has a key that signs cosignatures"
  if ([...draft.witnesses.values()].some(isSameKey(key))) return "the key of this witness stands in the policy already"
  const because = whyNoName(name, draft)
  if (because !== null) return because
  draft.witnesses.set(name, key)
  return null
}

const memberOf = (name: string, { groups, witnesses }: Draft): Quorum | string | null =>
  witnesses.has(name) ? name : groups.get(name) ?? null

const takeGroup: Take = ([name = "", needed = "", ...names], draft) => {
  const threshold = needed === "any" ? 1 : needed === "all" ? names.length : countIn(needed)
  if (threshold === null || threshold < 1 || threshold > names.length) {
    return `a group needs all, any or a number of its members, from 1 to ${names.length}`
  }
  const members: Array<Quorum | string> = []
  for (const each of names) {
    const member = memberOf(each, draft)
    if (member === null) return `no line above defines ${each}`
    if (draft.taken.has(each)) return `${each} stands in a group already`
    draft.taken.add(each)
    members.push(member)
  }
  const because = whyNoName(name, draft)
  if (because !== null) return because
  draft.groups.set(name, { threshold, members })
  return null
}

const takeQuorum: Take = ([name = "", ...more], draft) => {
  const member = memberOf(name, draft)
  if (more.length > 0) return "a quorum is one name"
  if (draft.quorum !== null) return "a policy has one quorum"
  if (name !== "none" && member === null) return `no line above defines ${name}`
  draft.quorum = member === null ? nobody : { threshold: 1, members: [member] }
  return null
}

const takes: ReadonlyMap<string, Take> = new Map([
  ["log", takeLog],
  ["witness", takeWitness],
  ["group", takeGroup],
  ["quorum", takeQuorum]
])

/** The policy in the file, or the first line that is not as it should be. */
export const parsePolicy = (file: string | Uint8Array): WitnessPolicy | Malformed => {
  const text = wellFormed(file)
  if (text === null) return malformed("the policy is not UTF-8")
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text)) return malformed("the policy holds a control character")
  if (!text.endsWith("\n")) return malformed("the last line of the policy does not end")
  const draft: Draft = { logs: [], witnesses: new Map(), groups: new Map(), taken: new Set(), quorum: null }
  let lines = 0
  for (const [at, line] of text.split("\n").entries()) {
    const [first = "", ...words] = line.split(/[ \t]/).filter((word) => word !== "")
    if (first === "" || first.startsWith("#")) continue
    if (++lines > longestPolicy) return malformed(`a policy has up to ${longestPolicy} lines`)
    const take = takes.get(first)
    const because = take === undefined ? "a line begins with log, witness, group or quorum" : take(words, draft)
    if (because !== null) return malformed(`line ${at + 1} of the policy: ${because}`)
  }
  const { logs, quorum, witnesses } = draft
  return quorum === null ? malformed("the policy has no quorum") : { _tag: "WitnessPolicy", logs, witnesses, quorum }
}
