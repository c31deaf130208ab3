/**
 * Verifies the log of an app: every column of every row that is evidence, and what its signer has published.
 *
 * The bytes of the envelopes are what counts. Everything else in the file repeats them, so that it can be found by
 * query, and is compared with them here: `log`, `commits`, `streams`, `events`, `tags` and `tiles`, and what the signer
 * remembers in `signer.db`. What else stands in these files is no evidence, and the report says so.
 */
import { emptyEdge, emptyRoot, frontierOf, leafHash, type RightEdge, rootOf } from "@peerwork/ledger"
import { existsSync, statSync } from "node:fs"
import { dirname } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { logFileAt, NoLog, noLogIn, openLogFile } from "../bundle/LogFile.ts"
import { notesOfLog } from "../bundle/NotesOfLog.ts"
import type { Asking, ToVerify } from "./BundleCheck.ts"
import { commitCheck } from "./CommitCheck.ts"
import { eventRowCheck } from "./EventRowCheck.ts"
import { altered, type Findings, findings, unreadable } from "./Finding.ts"
import { growThrough, sizesUpwards } from "./GrowThrough.ts"
import { receiptsCheck, reliedOn } from "./KeptCheck.ts"
import { type LeafChains, leafChains, type Members, membersIn, noEnvelope } from "./LeafChains.ts"
import { eventCount, type EventRow, eventRows, logRows } from "./LogRows.ts"
import { claimsOf } from "./NotesCheck.ts"
import { nothingChecked, type Report, reportWith } from "./Report.ts"
import { signerMemoryFindings } from "./SignerMemoryCheck.ts"
import { suspects } from "./Suspects.ts"
import { tileCheck } from "./TileRowCheck.ts"
import { vouchingOf } from "./Vouching.ts"

interface Read {
  readonly edge: RightEdge
  readonly roots: ReadonlyMap<number, Uint8Array>
}

/** Events that are waiting for the end of their command. */
interface Waiting {
  readonly commandId: unknown
  readonly recordedAt: unknown
  readonly first: number
  readonly hashes: Array<Buffer>
  readonly firsts: Array<number>
}

const commandIdOf = (envelope: Members): unknown => {
  const command = envelope["command"]
  return typeof command === "object" && command !== null ? (command as Members)["id"] : undefined
}

const originIn = (db: DatabaseSync, found: Findings): string => {
  const [row, ...more] = logRows(db)
  if (row === undefined || more.length > 0 || row.one !== 1) {
    found.add(altered("log: the table does not hold one row, the first", 1, "log"))
  }
  return row?.origin ?? ""
}

interface ToRead {
  readonly asking: Asking
  readonly db: DatabaseSync
  readonly sizes: ReadonlyArray<number>
  readonly chains: LeafChains
  readonly found: Findings
  readonly to: ToVerify
}

/** All rows of all tables, in the order of positions. */
const readRows = ({ asking, chains, db, found, sizes, to }: ToRead): Read => {
  const [commits, events, tiles, doubtful] = [commitCheck(db), eventRowCheck(db), tileCheck(db), suspects()]
  const [upwards, count] = [sizesUpwards(sizes), eventCount(db)]
  const roots = new Map<number, Uint8Array>()
  let [edge, waiting, done]: [RightEdge, Waiting | null, number] = [emptyEdge, null, 0]
  const addAll = (more: Iterable<Parameters<Findings["add"]>[0]>) => {
    for (const finding of more) found.add(finding)
  }

  const commit = ({ commandId, first, firsts, hashes, recordedAt }: Waiting) => {
    const size = edge.size + hashes.length
    const grown = growThrough(edge, hashes, upwards.upTo(size), (at, then) => roots.set(at, rootOf(frontierOf(then))))
    edge = grown.edge
    addAll(tiles.next(grown.tiles))
    const last = first + hashes.length - 1
    const checked = commits.next({ first, last, commandId, recordedAt, firsts, edge })
    addAll(checked.findings)
    if (checked.suspects !== null) doubtful.among(checked.suspects)
  }

  const take = (row: EventRow, envelope: Members, hash: Buffer) => {
    const commandId = commandIdOf(envelope)
    if (waiting !== null && waiting.commandId !== commandId) {
      commit(waiting)
      waiting = null
    }
    const recordedAt = envelope["recordedAt"]
    waiting ??= { commandId, recordedAt, first: row.position, hashes: [], firsts: [] }
    waiting.hashes.push(hash)
    waiting.firsts.push(row.first)
  }

  for (const row of eventRows(db)) {
    const { leaf, position } = row
    if (position !== done + 1) found.add(altered(`events: position ${done + 1} is missing`, done + 1, "events"))
    done = position
    const [envelope, hash] = [membersIn(leaf), leafHash(leaf)]
    if (envelope === null) found.add(noEnvelope(position))
    else {
      addAll(chains.next(position, envelope, hash))
      addAll(events.next(row, envelope))
      doubtful.next(position, envelope, hash)
    }
    asking.ask(position, leaf)
    take(row, envelope ?? {}, hash)
    if (done % 1024 === 0) to.progress?.("events", done, count)
  }
  if (waiting !== null) commit(waiting)
  for (const rest of [events.end(), commits.end(), tiles.end(), doubtful.end()]) addAll(rest)
  return { edge, roots }
}

const noEvidence =
  "Anything about what stands beside the events and is no evidence: names and texts (personal), the index " +
  "by which they are found (lookups), fingerprints and metadata of commits, how the tables were made (migrations), and " +
  "in signer.db the times, and cosignatures of witnesses whom you did not name"

const checkOpened = (db: DatabaseSync, file: string, to: ToVerify, found: Findings): Report => {
  const { trust } = to
  const origin = originIn(db, found)
  const published = notesOfLog(dirname(file)).map(({ note, size }) => ({
    name: `the checkpoint over ${size} events`,
    note
  }))
  const remembered = reliedOn(trust.remembered, trust.policy, origin, found)
  const [own, kept, receipts] = [claimsOf(published), claimsOf(remembered), receiptsCheck(remembered, trust.policy)]
  for (const finding of own.broken) found.add(finding)
  const notes = [...own.claiming, ...kept.claiming]
  if (trust.policy !== null && own.claiming.length === 0) {
    found.add({
      wrong: "quorum",
      position: null,
      where: null,
      says: "nothing of this log was signed, or signer.db is not beside it"
    })
  }
  const chains = leafChains(origin)
  const more = to.ask?.(found)
  const asking: Asking = {
    ask: (position, leaf) => {
      receipts.ask(position, leaf)
      more?.ask(position, leaf)
    },
    end: () => more?.end() ?? []
  }
  const { edge, roots } = readRows({ asking, db, sizes: notes.map(({ claim }) => claim.size), chains, found, to })
  const told = asking.end()
  const tree = {
    origin,
    size: edge.size,
    soundTo: (found.firstWrong()?.from ?? Number.MAX_SAFE_INTEGER) - 1,
    rootAt: (size: number) => size === 0 ? emptyRoot : roots.get(size) ?? null
  }
  for (const finding of signerMemoryFindings(dirname(file), origin)) found.add(finding)
  const held = receipts.end(tree, found)
  const { newestWitnessed, notProved, proved, vouched, ...vouching } = vouchingOf(
    notes,
    tree,
    { ...trust, remembered },
    found
  )
  return reportWith(found, {
    checked: file,
    kind: "log",
    origin,
    events: edge.size,
    streams: chains.streams(),
    root: Buffer.from(rootOf(frontierOf(edge))).toString("base64"),
    lastRecordedAt: chains.lastRecordedAt(),
    witnessed: newestWitnessed?.witnessed ?? [],
    checkpoints: new Set(vouched.map(({ size }) => size)).size,
    proved: proved.length === 0 ? [] : [...proved, ...held, ...told],
    notProved: [...notProved, noEvidence],
    ...vouching
  })
}

const unread = (file: string, found: Findings): Report =>
  nothingChecked(found, { checked: file, kind: "log" }, "the log could not be read to its end")

/** Verifies the log in a data folder, or in a file. Throws `NoLog` where there is none. */
export const verifyLog = (place: string, to: ToVerify): Report => {
  const [file, found] = [logFileAt(place), findings()]
  if (!existsSync(file) || statSync(file).isDirectory()) {
    throw new NoLog(existsSync(file) ? noLogIn(file) : `There is nothing at ${place}`)
  }
  try {
    const { close, db } = openLogFile(place)
    try {
      return checkOpened(db, file, to, found)
    } finally {
      close()
    }
  } catch (error) {
    const isDamage = (error as { readonly code?: unknown }).code === "ERR_SQLITE_ERROR"
    if (!isDamage && !(error instanceof NoLog)) throw error
    found.add(unreadable(isDamage ? `${file} is damaged: ${(error as Error).message}` : (error as Error).message, null))
    return unread(file, found)
  }
}
