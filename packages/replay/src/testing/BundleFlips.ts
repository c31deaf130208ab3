/**
 * What verifying says of a bundle in which one bit was turned: nothing here may pass.
 */
import { parseEntriesPath, tileWidth } from "@peerwork/ledger"
import { verifyFiles } from "../verify/BundleCheck.ts"
import type { BundleFiles } from "../verify/BundleFiles.ts"
import { manifestFindings } from "../verify/ManifestCheck.ts"
import type { Trust } from "../verify/NotesCheck.ts"
import { filesInMemory } from "./FilesInMemory.ts"
import { breathe, flipped } from "./Flips.ts"

export interface Flip {
  readonly path: string
  readonly at: number
}

/** At which position the event lies that a byte of a file of entries is part of; null where the file holds none. */
const eventAt = (path: string, entries: Buffer, at: number): number | null => {
  const tile = parseEntriesPath(path)
  if (tile._tag === "Malformed") return null
  let [event, end] = [tile.index * tileWidth, 0]
  while (end <= at) {
    end += 2 + entries.readUInt16BE(end)
    event++
  }
  return event
}

/** Files that are compared with the manifest and with nothing else; what that finds stands in every report. */
const isListedOnly = (path: string): boolean =>
  /^(derived\/(?!history\.jsonl)|schemas\/|law\/|witness\/|README|cover|verify)/.test(path)

/** The paths that the manifest alone tells of, without looking at any event. */
export const untoldByManifest = async (
  bundle: BundleFiles,
  flips: Iterable<Flip>
): Promise<ReadonlyArray<string>> => {
  const changedTo = filesInMemory(bundle)
  const wrong: Array<string> = []
  for (const { at, path } of flips) {
    await breathe()
    const found = manifestFindings(changedTo(path, flipped(bundle.read(path) as Buffer, at)), () => undefined)
    if (!found.some((finding) => finding.where === path)) {
      wrong.push(`${path} byte ${at}`)
    }
  }
  return wrong
}

/** Those of which the manifest tells, and those that take a look at every event. */
export const parted = (flips: ReadonlyArray<Flip>) => ({
  listedOnly: flips.filter(({ path }) => isListedOnly(path)),
  others: flips.filter(({ path }) => !isListedOnly(path))
})

/** Those that were not told of by the name of the file, or by the position of the event. */
export const untold = async (
  bundle: BundleFiles,
  flips: Iterable<Flip>,
  trust: Trust
): Promise<ReadonlyArray<string>> => {
  const changedTo = filesInMemory(bundle)
  const wrong: Array<string> = []
  for (const { at, path } of flips) {
    await breathe()
    const bytes = bundle.read(path) as Buffer
    const { exitCode, findings, firstWrongPosition } = verifyFiles(changedTo(path, flipped(bytes, at)), { trust })
    const isNamed = findings.some(({ says, where }) => where === path || says.includes(path))
    const due = eventAt(path, bytes, at)
    const isPlaced = due === null || firstWrongPosition === due
    if (exitCode === 0 || exitCode === 2 || !isNamed || !isPlaced) {
      wrong.push(`${path} byte ${at}: ended with ${exitCode}, first wrong position ${firstWrongPosition}, due ${due}`)
    }
  }
  return wrong
}
