/**
 * The plan: what an append comes to, decided purely.
 *
 * The store is itself a decider. From the facts under the lock, a request and the time follow the rows to insert, or
 * the receipt of the same command from before, or a refusal; every adapter uses this one function, so none can differ.
 * The order matters: a command that was kept is answered before its checks are looked at, because a retry of what
 * succeeded must succeed.
 */
import type { Envelope, NewEvent } from "@peerwork/core"
import { canonicalise, eventIdOf, leafHash, NotCanonical } from "@peerwork/ledger"
import * as Arr from "effect/Array"
import * as Data from "effect/Data"
import type { AppendRequest, Check, Receipt } from "./Append.ts"
import { limits } from "./Limits.ts"
import type { Commit, EventRow, Facts, Rows, StreamEnd } from "./LogStorage.ts"
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

const compose = (
  event: NewEvent,
  id: string,
  end: StreamEnd | undefined,
  log: string,
  recordedAt: string
): Envelope => ({
  ...event,
  v: 1,
  log,
  id,
  version: (end?.version ?? 0) + 1,
  previous: end === undefined ? null : leafHash(end.bytes).toString("base64"),
  recordedAt
})

/** The rows of the events, in the order of the request; a stream that is written twice goes on from the first. */
const eventRows = (facts: Facts, { commandId, events }: AppendRequest, recordedAt: string): Rows["events"] => {
  const ends = new Map(facts.ends)
  return Arr.map(events, (event, index): EventRow => {
    const { schemaVersion, stream, tags, type } = event
    const envelope = compose(event, eventIdOf(commandId, index), ends.get(stream), facts.origin, recordedAt)
    const { version } = envelope
    const bytes = canonicalise(envelope)
    ends.set(stream, { version, bytes })
    return { position: Position(facts.head + 1 + index), stream, version, type, schemaVersion, tags, bytes }
  })
}

const allRows = (facts: Facts, request: AppendRequest, recordedAt: string): Rows => {
  const { commandId, fingerprint } = request
  const events = eventRows(facts, request, recordedAt)
  const [first, last] = [Arr.headNonEmpty(events).position, Arr.lastNonEmpty(events).position]
  return {
    commit: { commandId, fingerprint, first, last, recordedAt, metadata: canonicalise(request.metadata) },
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

const insert = (facts: Facts, request: AppendRequest, recordedAt: string): Planned => {
  try {
    const rows = allRows(facts, request, recordedAt)
    const error = tooLarge(rows)
    return error === null ? Insert({ rows }) : Refuse({ error })
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error
    return Refuse({
      error: new NotWellFormed({ path: "The request", because: `has no canonical form: ${error.message}` })
    })
  }
}

/** What the request comes to. The time is what the clock says; what is recorded never goes back behind the log. */
export const plan = (facts: Facts, request: AppendRequest, now: string): Planned => {
  const { commit, head, recordedAt } = facts
  if (commit?.fingerprint === request.fingerprint) return Kept({ commit })
  if (commit !== null) return Refuse({ error: new CommandIdReused(commit) })
  const failures = failuresOf(facts, request.checks)
  if (Arr.isNonEmptyReadonlyArray(failures)) return Refuse({ error: new Conflict({ failures }) })
  const full = most("positions", Number.MAX_SAFE_INTEGER, head + request.events.length)
  if (full !== null) return Refuse({ error: full })
  return insert(facts, request, recordedAt !== null && recordedAt > now ? recordedAt : now)
}
