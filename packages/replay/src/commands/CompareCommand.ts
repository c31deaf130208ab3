/**
 * `peerwork compare`: whether two checkpoints can be of one history.
 *
 * Of one size they have to have one root. Of two sizes, the tiles of a bundle that holds both show whether the smaller
 * is the beginning of the larger. Where both are bundles, their events say at which position they part.
 */
import { type Checkpoint, sameHash, trustCheckpoint, type WitnessPolicy } from "@peerwork/ledger"
import { dirname, join } from "node:path"
import { openSource } from "../OpenSource.ts"
import { BadUsage, CannotGoOn, type Command, type ExitCode, exitCodes } from "../SubCommand.ts"
import { verifyBundle } from "../verify/BundleCheck.ts"
import { isFolder } from "../verify/BundleFiles.ts"
import { namedFile } from "../verify/NamedFile.ts"
import { claimIn, keptNote } from "../verify/NotesCheck.ts"
import { trustGiven } from "../verify/TrustGiven.ts"

interface Compared {
  readonly exitCode: ExitCode
  readonly says: string
}

interface Given {
  readonly file: string
  readonly note: string
  readonly claim: Checkpoint
}

/** What was given, believed as far as the keys say. Throws where it is no checkpoint, or no key has signed it. */
const givenAt = (place: string, policy: WitnessPolicy | null): Given => {
  const file = isFolder(place) ? join(place, "checkpoint") : place
  const { note } = keptNote(file, namedFile("checkpoint", file).toString("utf8"))
  const claim = claimIn(note)
  if (claim._tag === "Malformed") throw new CannotGoOn(`${file} is no checkpoint: ${claim.because}`)
  const trusted = policy === null ? null : trustCheckpoint(note, policy)
  if (trusted !== null && trusted._tag !== "TrustedCheckpoint" && trusted._tag !== "QuorumMissing") {
    throw new CannotGoOn(`${file} says nothing: no key that you gave has signed it (${trusted.because})`)
  }
  return { file, note, claim }
}

/** The folder of the bundle that a checkpoint is of; null where it lies alone. */
const bundleOf = ({ file }: Given): string | null => isFolder(join(dirname(file), "tile")) ? dirname(file) : null

/** The first position at which the events of two bundles differ; null where they do not, as far as both go. */
const partingOf = (one: string, other: string): number | null => {
  const [events, others] = [openSource(one).events(), openSource(other).events()[Symbol.iterator]()]
  for (const { bytes, position } of events) {
    const next = others.next()
    if (next.done === true) return null
    if (next.value.bytes !== bytes) return position
  }
  return null
}

const twoHistories = (one: Given, other: Given, because: string): Compared => {
  const [folder, folderOfOther] = [bundleOf(one), bundleOf(other)]
  const parting = folder === null || folderOfOther === null ? null : partingOf(folder, folderOfOther)
  const where = parting === null ? "" : `. The first event that differs is at position ${parting}`
  return { exitCode: exitCodes.integrity, says: `Two histories: ${because}${where}` }
}

/** Whether the bundle around the larger checkpoint begins with what the smaller one vouches for. */
const withinBundle = (smaller: Given, larger: Given): Compared => {
  const folder = bundleOf(larger)
  if (folder === null) {
    const says =
      `They vouch for ${smaller.claim.size} and ${larger.claim.size} events. Whether one is the beginning of ` +
      "the other only the bundle of the larger one can show"
    return { exitCode: exitCodes.malformed, says }
  }
  const own = verifyBundle(folder, { trust: { policy: null, remembered: [] } })
  const broken = own.findings.find(({ wrong }) => wrong === "integrity" || wrong === "malformed")
  if (broken !== undefined) return { exitCode: exitCodes.malformed, says: `${folder} is damaged: ${broken.says}` }
  const remembered = [{ name: smaller.file, note: smaller.note }]
  const { findings } = verifyBundle(folder, { trust: { policy: null, remembered } })
  if (findings.some(({ where, wrong }) => where === smaller.file && wrong === "integrity")) {
    const because =
      `the first ${smaller.claim.size} of the ${larger.claim.size} events in ${folder} are not those of ` +
      smaller.file
    return twoHistories(smaller, larger, because)
  }
  return {
    exitCode: exitCodes.ok,
    says: `One history: the first ${smaller.claim.size} of ${larger.claim.size} events are those of ${smaller.file}`
  }
}

const compared = (one: Given, other: Given): Compared => {
  if (one.claim.origin !== other.claim.origin) {
    return { exitCode: exitCodes.malformed, says: `Two logs: ${one.claim.origin} and ${other.claim.origin}` }
  }
  if (one.claim.size !== other.claim.size) {
    return one.claim.size < other.claim.size ? withinBundle(one, other) : withinBundle(other, one)
  }
  return sameHash(one.claim.root, other.claim.root)
    ? { exitCode: exitCodes.ok, says: `One history: both vouch for the same ${one.claim.size} events` }
    : twoHistories(one, other, `both vouch for ${one.claim.size} events, and their roots differ`)
}

/** What the answer is worth: without a key anybody can have written either. */
const worth = ({ exitCode, says }: Compared, policy: WitnessPolicy | null): Compared => {
  const meaning = exitCode !== exitCodes.integrity
    ? ""
    : policy === null
    ? ". Nobody's signature was checked: one of them may be damaged or made up. Give the key of the log (--key)"
    : ". Both are signed: one of them was shown to somebody as the only one"
  return { exitCode, says: `${says}${meaning}` }
}

const several = (value: unknown): ReadonlyArray<string> => Array.isArray(value) ? value.map(String) : []

export const compare: Command = {
  usage: "<checkpoint or bundle> <checkpoint or bundle> [--key <key>] [--policy <file>] [--json]",
  help: `Two people who were shown a log compare what they were shown. Each gives a
checkpoint, a receipt or a bundle. Of one size both have to have one root; of two
sizes the bundle of the larger shows whether it begins with the smaller. Of two
bundles that differ it names the first position.

With the key of the log (--key) or a policy (--policy) what it has not signed is
told of and compared with nothing. Without one nobody's signature is looked at.

Ends with 0 where they are of one history, 1 where they are not, 3 where it
cannot be told, because one of them is unsigned, damaged, or of another log.`,
  examples: ["peerwork compare ./bundle checkpoint-of-march.txt --policy policy.txt"],
  options: {
    key: { type: "string", multiple: true },
    policy: { type: "string" },
    json: { type: "boolean" }
  },
  run: async ({ positionals, values }, { out }) => {
    const [one, other, ...more] = positionals
    if (one === undefined || other === undefined || more.length > 0) throw new BadUsage("Give two checkpoints")
    const policyFile = values["policy"]
    const { policy } = trustGiven({
      keys: several(values["key"]),
      policy: typeof policyFile === "string" ? policyFile : null,
      since: []
    })
    const { exitCode, says } = worth(compared(givenAt(one, policy), givenAt(other, policy)), policy)
    out(values["json"] === true ? JSON.stringify({ exitCode, says }) : says)
    return exitCode
  }
}
