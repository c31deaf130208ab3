/**
 * Verifies a bundle: one folder, and what the auditor brings along.
 *
 * The order is that of section 2.11 of the specification of the log: the manifest, the note, the tree over the events,
 * every checkpoint, the witnesses, the chains within the events. All of it is done, so that one run tells all.
 */
import { type Checkpoint, hashesAt, parseEntriesPath, parseTilePath, tileWidth } from "@peerwork/ledger"
import { checkpointPath, publishedPath } from "../bundle/BundlePaths.ts"
import { type BundleFiles, bundleFiles } from "./BundleFiles.ts"
import { partFindings } from "./BundleParts.ts"
import type { Derived } from "./DerivedCheck.ts"
import { type AskLeaf, readEntries } from "./EntriesCheck.ts"
import { judgedBy } from "./EntriesJudged.ts"
import { altered, type Finding, type Findings, findings, unreadable } from "./Finding.ts"
import { receiptsCheck, reliedOn } from "./KeptCheck.ts"
import { type LawsDue, lawsDue } from "./LawsDue.ts"
import { leafChains } from "./LeafChains.ts"
import { manifestFindings } from "./ManifestCheck.ts"
import { claimIn, type ClaimingNote, claimsOf, type Trust } from "./NotesCheck.ts"
import { nothingChecked, type Report, reportWith } from "./Report.ts"
import { vouchingOf } from "./Vouching.ts"

/** More that is asked of every event. */
export interface Asking {
  readonly ask: AskLeaf
  /** Sentences about what that proved. */
  readonly end: () => ReadonlyArray<string>
}

export interface ToVerify {
  readonly trust: Trust
  /** What else is asked of every event, and what is to be said when all were asked. */
  readonly ask?: (found: Findings) => Asking
  /** What is derived from a sound bundle anew, and compared; without it that is said to be missing. */
  readonly derive?: (files: BundleFiles) => Derived
  /** Told of the files and events that were done, and of how many there are. */
  readonly progress?: (what: "files" | "events", done: number, of: number) => void
}

const published = (files: BundleFiles) => {
  const paths = files.paths.filter((path) => path === checkpointPath || path.startsWith("checkpoints/"))
  return claimsOf(paths.map((path) => ({ name: path, note: (files.read(path) as Buffer).toString() })))
}

const misnamed = (notes: ReadonlyArray<ClaimingNote>): ReadonlyArray<Finding> =>
  notes.flatMap(({ claim, name }) =>
    name === checkpointPath || name === publishedPath(claim.size)
      ? []
      : [altered(`${name} vouches for ${claim.size} events, which is not its name`, null, name)]
  )

/** Whether a tree of this size has the tile of this path, or the entries. The size is only claimed, and may be any. */
const isInTree = (path: string, size: number): boolean => {
  const entries = parseEntriesPath(path)
  const tile = entries._tag === "Tile" ? entries : parseTilePath(path)
  return tile._tag === "Tile" &&
    tile.width === Math.min(tileWidth, hashesAt(size, tile.level) - tile.index * tileWidth)
}

/** Files under `tile/` that no tree of this size has. */
const surplusTiles = ({ paths }: BundleFiles, size: number): ReadonlyArray<Finding> =>
  paths.filter((path) => path.startsWith("tile/") && !isInTree(path, size))
    .map((path) => altered(`${path} belongs to no tree of ${size} events`, null, path))

const notDerived: Derived = {
  findings: [],
  proved: [],
  notProved: [
    "That the tables in derived/, the texts, law/ and witness/ are as they were packed: of them only history.jsonl was " +
    "compared with the events, and schemas with their names. The command peerwork verify --full makes them anew and compares"
  ]
}

/** Nothing can be derived from what is not in order. */
const derivedOf = (files: BundleFiles, found: Findings, derive: ToVerify["derive"]): Derived => {
  if (derive === undefined || ["integrity", "malformed"].includes(found.worst() ?? "")) return notDerived
  const known = new Set(found.kept().map(({ where }) => where))
  const derived = derive(files)
  const more = derived.findings.filter(({ where }) => where === null || !known.has(where))
  for (const finding of more) found.add(finding)
  return derived.findings.length === 0 ? derived : { ...derived, proved: [] }
}

const leftOut =
  "That no older checkpoint, and nothing of a witness, was left out of the folder: nothing says how many there were"

/** The note that the bundle ends with lies in it twice, and both are to be the same. */
const twinFindings = (files: BundleFiles, { size }: Checkpoint): ReadonlyArray<Finding> => {
  const path = publishedPath(size)
  const [note, twin] = [files.read(checkpointPath), files.read(path)]
  if (twin === null) return [unreadable(`${path} is missing, and ${checkpointPath} is the same note`, null, path)]
  return note?.equals(twin) === true
    ? []
    : [altered(`${checkpointPath} and ${path} are not the same note: one of them was altered`, null, checkpointPath)]
}

/** What else has to lie in the bundle by what its events and its newest note say; what is told of already is not again. */
const besideHistory = (
  files: BundleFiles,
  newest: Checkpoint,
  laws: ReadonlyMap<string, number> | null,
  found: Findings
): LawsDue => {
  const told = new Set(found.kept().map(({ where }) => where))
  // Where events are missing, so may be those that say which laws there are
  const due = laws === null ? { findings: [], notProved: [] } : lawsDue(files, laws)
  const isToldOfNote = told.has(checkpointPath) || told.has(publishedPath(newest.size))
  for (const finding of [...due.findings, ...(isToldOfNote ? [] : twinFindings(files, newest))]) {
    if (!told.has(finding.where)) found.add(finding)
  }
  return due
}

const unopened = (folder: string, found: Findings): Report =>
  nothingChecked(
    found,
    { checked: folder, kind: "bundle" },
    "without a checkpoint there is nothing to compare the events with"
  )

/** Verifies the bundle that the files are. */
export const verifyFiles = (files: BundleFiles, { ask, derive, progress, trust }: ToVerify): Report => {
  const found = findings()
  const { folder } = files
  let done = 0
  for (const finding of manifestFindings(files, () => progress?.("files", ++done, files.paths.length))) {
    found.add(finding)
  }
  const known = new Set(found.kept().map(({ where }) => where))
  for (const finding of partFindings(files)) if (!known.has(finding.where)) found.add(finding)
  const note = files.read(checkpointPath)
  const newest = note === null ? null : claimIn(note.toString())
  if (newest === null) found.add(unreadable(`${checkpointPath} is missing`, null, checkpointPath))
  const own = published(files)
  for (const finding of own.broken) found.add(finding)
  if (newest?._tag !== "Checkpoint") return unopened(folder, found)
  const remembered = reliedOn(trust.remembered, trust.policy, newest.origin, found)
  const [kept, receipts] = [claimsOf(remembered), receiptsCheck(remembered, trust.policy)]
  const notes = [...own.claiming, ...kept.claiming]
  for (const finding of [...misnamed(own.claiming), ...surplusTiles(files, newest.size)]) found.add(finding)
  const chains = leafChains(newest.origin)
  const asking = ask?.(found)
  const read = readEntries({
    files,
    size: newest.size,
    sizes: notes.map(({ claim }) => claim.size).filter((size) => size <= newest.size),
    chains,
    found,
    ask: (position, leaf) => {
      receipts.ask(position, leaf)
      asking?.ask(position, leaf)
    },
    progress: (position) => progress?.("events", position, newest.size)
  })
  const more = asking?.end() ?? []
  const judged = judgedBy(read, newest)
  for (const finding of judged.found) found.add(finding)
  const tree = {
    origin: newest.origin,
    size: newest.size,
    soundTo: (read.differing[0]?.position ?? Number.MAX_SAFE_INTEGER) - 1,
    rootAt: judged.right.rootAt
  }
  const held = receipts.end(tree, found)
  const { newestWitnessed, notProved, proved, signedUpTo, vouched, witnessedUpTo } = vouchingOf(
    notes,
    tree,
    { ...trust, remembered },
    found
  )
  const beside = besideHistory(files, newest, read.events.size() === newest.size ? chains.laws() : null, found)
  const root = judged.right.rootAt(newest.size)
  const derived = derivedOf(files, found, derive)
  return reportWith(found, {
    checked: folder,
    kind: "bundle",
    origin: newest.origin,
    events: read.events.size(),
    streams: chains.streams(),
    root: root === null ? null : Buffer.from(root).toString("base64"),
    lastRecordedAt: chains.lastRecordedAt(),
    signedUpTo,
    witnessedUpTo,
    witnessed: newestWitnessed?.witnessed ?? [],
    checkpoints: new Set(vouched.map(({ size }) => size)).size,
    proved: proved.length === 0 ? [] : [...proved, ...held, ...more, ...derived.proved],
    notProved: [...notProved, leftOut, ...beside.notProved, ...derived.notProved]
  })
}

/** Verifies the bundle in the folder. */
export const verifyBundle = (folder: string, to: ToVerify): Report => verifyFiles(bundleFiles(folder), to)
