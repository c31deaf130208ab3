/**
 * `peerwork compare`: whether two checkpoints can be of one history.
 *
 * Of one size they have to have one root. Of two sizes, the tiles of a bundle that holds both show whether the smaller
 * is the beginning of the larger.
 */
import { type Checkpoint, sameHash } from "@peerwork/ledger"
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { BadUsage, type Command, type ExitCode, exitCodes } from "../SubCommand.ts"
import { verifyBundle } from "../verify/BundleCheck.ts"
import { isFolder } from "../verify/BundleFiles.ts"
import { claimIn, keptNote } from "../verify/NotesCheck.ts"

interface Compared {
  readonly exitCode: ExitCode
  readonly says: string
}

interface Given {
  readonly file: string
  readonly note: string
  readonly claim: Checkpoint
}

const givenAt = (place: string): Given => {
  const file = isFolder(place) ? join(place, "checkpoint") : place
  let note = ""
  try {
    note = keptNote(file, readFileSync(file, "utf8")).note
  } catch {
    throw new BadUsage(`${file} cannot be read`)
  }
  const claim = claimIn(note)
  if (claim._tag === "Malformed") throw new BadUsage(`${file} is no checkpoint: ${claim.because}`)
  return { file, note, claim }
}

/** Whether the bundle around the larger checkpoint begins with what the smaller one vouches for. */
const withinBundle = (smaller: Given, larger: Given): Compared => {
  const folder = dirname(larger.file)
  if (!isFolder(join(folder, "tile"))) {
    const says =
      `They vouch for ${smaller.claim.size} and ${larger.claim.size} events. Whether one is the beginning of ` +
      "the other only the bundle of the larger one can show"
    return { exitCode: exitCodes.malformed, says }
  }
  const remembered = [{ name: smaller.file, note: smaller.note }]
  const { findings } = verifyBundle(folder, { trust: { policy: null, remembered } })
  const wrong = findings.find(({ where, wrong }) => where === smaller.file && wrong === "integrity")
  if (wrong !== undefined) return { exitCode: exitCodes.integrity, says: `These are two histories: ${wrong.says}` }
  const broken = findings.find(({ wrong }) => wrong === "integrity" || wrong === "malformed")
  if (broken !== undefined) return { exitCode: exitCodes.malformed, says: `${folder} is damaged: ${broken.says}` }
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
    : {
      exitCode: exitCodes.integrity,
      says:
        `Two histories: both vouch for ${one.claim.size} events, and their roots differ. One of them was shown to ` +
        "somebody as the only one"
    }
}

export const compare: Command = {
  usage: "<checkpoint or bundle> <checkpoint or bundle> [--json]",
  help: `Two people who were shown a log compare what they were shown. Each gives a
checkpoint, a receipt or a bundle. Of one size both have to have one root; of two
sizes the bundle of the larger shows whether it begins with the smaller.

Who signed them is not looked at here: verify does that.

Ends with 0 where they are of one history, 1 where they are not, 3 where it
cannot be told.`,
  examples: ["peerwork compare ./bundle checkpoint-of-march.txt"],
  options: { json: { type: "boolean" } },
  run: ({ positionals, values }, { out }) => {
    const [one, other, ...more] = positionals
    if (one === undefined || other === undefined || more.length > 0) throw new BadUsage("Give two checkpoints")
    const { exitCode, says } = compared(givenAt(one), givenAt(other))
    out(values["json"] === true ? JSON.stringify({ exitCode, says }) : says)
    return Promise.resolve(exitCode)
  }
}
