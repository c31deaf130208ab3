/**
 * The plan: what an append comes to, decided purely.
 *
 * The store is itself a decider. From the facts under the lock, a request and the time follow the rows to insert, or
 * the receipt of the same command from before, or a refusal; every adapter uses this one function, so none can differ.
 * The order matters: a command that was kept is answered before its checks are looked at, because a retry of what
 * succeeded must succeed.
 */
import type { Envelope, NewEvent } from "@peerwork/core"
import {
  canonicalise,
  eventIdOf,
  frontierBytes,
  frontierOf,
  growEdge,
  leafHash,
  NotCanonical,
  rootOf
} from "@peerwork/ledger"
import type { RightEdge } from "@peerwork/ledger"
import * as Arr from "effect/Array"
import * as Data from "effect/Data"
import type { AppendRequest, Check, Receipt } from "./Append.ts"
import { limits } from "./Limits.ts"
import type { Commit, EventRow, Facts, GrownTree, Rows } from "./LogStorage.ts"
import { Position } from "./Position.ts"
import { CommandIdReused, Conflict, LimitExceeded, NotWellFormed } from "./StoreErrors.ts"
import type { FailedCheck } from "./StoreErrors.ts"

export type PlanError = Conflict | CommandIdReused | LimitExceeded | NotWellFormed

export type Planned = Data.TaggedEnum<{
  /** These rows are to be inserted. */
  Insert: { readonly rows: Rows }
  /** The command was kept before; nothing is to be written. */
  Kept: { readonly commit: Commit }
  Refuse: { readonly error: PlanError }
}>

const { Insert, Kept, Refuse } = Data.taggedEnum<Planned>()

export const receiptOf = ({ first, last, recordedAt }: Commit, duplicate: boolean): Receipt => ({
  first,
  last,
  recordedAt,
  duplicate
})

/** Whether the check fails, given the version or position that was observed for it. */
const fails = (check: Check, observed: number, head: Position): boolean => {
  if (check._tag === "NothingNew") return observed > 0 || check.after > head
  if (check.expected._tag === "NoStream") return observed > 0
  return check.expected._tag === "StreamExists" ? observed === 0 : observed !== check.expected.version
}

const failuresOf = ({ head, observed }: Facts, checks: ReadonlyArray<Check>): ReadonlyArray<FailedCheck> =>
  checks.flatMap((check, index) => {
    const seen = observed[index] ?? 0
    if (!fails(check, seen, head)) return []
    return [{ check: index, observed: check._tag === "NothingNew" && seen === 0 ? head : seen }]
  })

/** The newest event of a stream, by its hash. */
interface Last {
  readonly version: number
  readonly hash: Buffer
}

const compose = (
  event: NewEvent,
  id: string,
  last: Last | undefined,
  log: string,
  recordedAt: string
): Envelope => ({
  ...event,
  v: 1,
  log,
  id,
  version: (last?.version ?? 0) + 1,
  previous: last === undefined ? null : last.hash.toString("base64"),
  recordedAt
})

interface Leaf {
  readonly row: EventRow
  readonly hash: Buffer
}

/** The events with their hashes, in the order of the request; a stream written twice goes on from the first. */
const leavesOf = (facts: Facts, { commandId, events }: AppendRequest, recordedAt: string) => {
  const lasts = new Map<string, Last>()
  for (const [stream, { bytes, version }] of facts.ends) lasts.set(stream, { version, hash: leafHash(bytes) })
  return Arr.map(events, (event, index): Leaf => {
    const { schemaVersion, stream, tags, type } = event
    const envelope = compose(event, eventIdOf(commandId, index), lasts.get(stream), facts.origin, recordedAt)
    const { version } = envelope
    const bytes = canonicalise(envelope)
    const hash = leafHash(bytes)
    lasts.set(stream, { version, hash })
    const position = Position(facts.head + 1 + index)
    return { row: { position, stream, version, type, schemaVersion, tags, bytes }, hash }
  })
}

/** The tree with these leaves behind it, told by their hashes. */
export type GrowTree = (before: RightEdge, leafHashes: ReadonlyArray<Buffer>) => GrownTree

const growTree: GrowTree = (before, leafHashes) => {
  const { edge, tiles } = growEdge(before, leafHashes)
  const frontier = frontierOf(edge)
  return { root: rootOf(frontier), frontier: frontierBytes(frontier), tiles, edge }
}

const allRows = (facts: Facts, request: AppendRequest, recordedAt: string, grow: GrowTree): Rows => {
  const { commandId, fingerprint } = request
  const leaves = leavesOf(facts, request, recordedAt)
  const events = Arr.map(leaves, ({ row }) => row)
  const [first, last] = [Arr.headNonEmpty(events).position, Arr.lastNonEmpty(events).position]
  return {
    commit: { commandId, fingerprint, first, last, recordedAt, metadata: canonicalise(request.metadata) },
    tree: grow(facts.edge, leaves.map(({ hash }) => hash)),
    events,
    personal: request.personal.map(({ event, value, ...rest }) => ({
      ...rest,
      eventId: eventIdOf(commandId, event),
      value: canonicalise(value)
    })),
    lookups: request.lookups.map((lookup) => ({ ...lookup, position: first }))
  }
}

const most = (limit: string, max: number, actual: number): PlanError | null =>
  actual > max ? new LimitExceeded({ limit, max, actual }) : null

const tooLarge = ({ commit, events }: Rows): PlanError | null =>
  most("bytes in an envelope", limits.envelopeBytes, Math.max(...events.map((row) => Buffer.byteLength(row.bytes)))) ??
    most("bytes of metadata", limits.metadataBytes, Buffer.byteLength(commit.metadata))

const insert = (facts: Facts, request: AppendRequest, recordedAt: string, grow: GrowTree): Planned => {
  try {
    const rows = allRows(facts, request, recordedAt, grow)
    const error = tooLarge(rows)
    return error === null ? Insert({ rows }) : Refuse({ error })
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error
    return Refuse({
      error: new NotWellFormed({ path: "The request", because: `has no canonical form: ${error.message}` })
    })
  }
}

/** The plan over a way to grow the tree, which benches replace to measure what the tree costs. */
export const planWith = (grow: GrowTree) => (facts: Facts, request: AppendRequest, now: string): Planned => {
  const { commit, head, recordedAt } = facts
  if (commit?.fingerprint === request.fingerprint) return Kept({ commit })
  if (commit !== null) return Refuse({ error: new CommandIdReused(commit) })
  const failures = failuresOf(facts, request.checks)
  if (Arr.isNonEmptyReadonlyArray(failures)) return Refuse({ error: new Conflict({ failures }) })
  const full = most("positions", Number.MAX_SAFE_INTEGER, head + request.events.length)
  if (full !== null) return Refuse({ error: full })
  return insert(facts, request, recordedAt !== null && recordedAt > now ? recordedAt : now, grow)
}

/** What the request comes to. The time is what the clock says; what is recorded never goes back behind the log. */
export const plan = planWith(growTree)
