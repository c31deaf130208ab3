/**
 * Facts out of the tables, and rows into them.
 *
 * Both run inside the one transaction of an append. The head is read before the checks: whatever came after it would
 * collide with the positions that the plan gives, so safety does not rest on the lock alone.
 */
import { emptyRoot } from "@peerwork/ledger"
import type { TreeHead } from "@peerwork/ledger"
import { CommandId, Position } from "@peerwork/store"
import type { AppendRequest, Check, Commit, EventRow, Facts, Rows, StreamEnd } from "@peerwork/store"
import type { KeptEdge } from "./KeptEdge.ts"
import { bytes, position, text, whole } from "./PreparedStatements.ts"
import type { Queries, Statements } from "./PreparedStatements.ts"
import { positionsSql } from "./SqliteQuery.ts"

/** The tables of one log. */
export interface Tables {
  readonly origin: string
  readonly statements: Statements
  readonly query: Queries
  readonly edge: KeptEdge
}

export const headOf = ({ statements }: Tables): Position => {
  const row = statements.head.get()
  return Position(row === undefined ? 0 : whole(row, "head"))
}

/** The tree as the newest commit row says it. */
export const treeHeadOf = ({ origin, statements }: Tables): TreeHead => {
  const newest = statements.newestCommit.get()
  return newest === undefined
    ? { origin, size: 0, root: emptyRoot }
    : { origin, size: whole(newest, "size"), root: bytes(newest, "root") }
}

export const tileOf = ({ statements }: Tables, level: number, index: number): Uint8Array | null => {
  const row = statements.tile.get(level, index)
  return row === undefined ? null : bytes(row, "hashes")
}

export const commitOf = ({ statements }: Tables, commandId: CommandId): Commit | null => {
  const row = statements.commitOf.get(commandId)
  return row === undefined ? null : {
    commandId: CommandId(text(row, "command_id")),
    fingerprint: text(row, "fingerprint"),
    first: position(row, "first"),
    last: position(row, "last"),
    recordedAt: text(row, "recorded_at"),
    metadata: text(row, "metadata")
  }
}

const endOf = ({ statements }: Tables, stream: string): StreamEnd | null => {
  const row = statements.streamEnd.get(stream)
  return row === undefined ? null : { version: whole(row, "version"), bytes: text(row, "envelope") }
}

const observed = (tables: Tables, check: Check, head: Position): number => {
  if (check._tag === "StreamIs") return endOf(tables, check.stream)?.version ?? 0
  const [row] = tables.query(positionsSql({ query: check.query, after: check.after, upTo: head, limit: 1 }))
  return row === undefined ? 0 : whole(row, 0)
}

const endsOf = (tables: Tables, { events }: AppendRequest): ReadonlyMap<string, StreamEnd> => {
  const ends = new Map<string, StreamEnd>()
  for (const stream of new Set(events.map((event) => event.stream))) {
    const end = endOf(tables, stream)
    if (end !== null) ends.set(stream, end)
  }
  return ends
}

/** All that the plan needs to know. */
export const factsOf = (tables: Tables, request: AppendRequest): Facts => {
  const newest = tables.statements.newestCommit.get()
  const edge = tables.edge.after(newest)
  const head = Position(edge.size)
  return {
    origin: tables.origin,
    head,
    edge,
    recordedAt: newest === undefined ? null : text(newest, "recorded_at"),
    commit: commitOf(tables, request.commandId),
    observed: request.checks.map((check) => observed(tables, check, head)),
    ends: endsOf(tables, request)
  }
}

const insertEvent = (statements: Statements, first: Position, row: EventRow): void => {
  const { bytes, position, schemaVersion, stream, tags, type, version } = row
  if (version === 1) statements.insertStream.run(stream)
  statements.insertEvent.run(position, first, stream, version, type, schemaVersion, bytes)
  for (const tag of tags) statements.insertTag.run(tag, position)
}

/** Keeps the rows. */
export const insertRows = ({ statements }: Tables, { commit, events, lookups, personal, tree }: Rows): void => {
  const { commandId, fingerprint, first, last, metadata, recordedAt } = commit
  const { edge, frontier, root, tiles } = tree
  statements.insertCommit.run(first, last, commandId, fingerprint, recordedAt, edge.size, root, frontier, metadata)
  for (const { bytes, tile } of tiles) statements.insertTile.run(tile.level, tile.index, bytes)
  for (const row of events) insertEvent(statements, first, row)
  for (const row of personal) statements.insertPersonal.run(row.eventId, row.name, row.subject, row.class, row.value)
  for (const row of lookups) statements.insertLookup.run(row.kind, row.value, row.subject, row.position)
}
