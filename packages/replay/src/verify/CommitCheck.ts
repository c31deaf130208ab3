/**
 * Whether the row of every commit says what its events say, and has the tree as it was after them.
 *
 * Which events were committed together is taken from their envelopes, so that a row that is missing, or one too many,
 * puts none of the others out of step.
 */
import { frontierBytes, frontierOf, hashLength, type RightEdge, rootOf } from "@peerwork/ledger"
import type { DatabaseSync } from "node:sqlite"
import { altered, type Finding } from "./Finding.ts"
import { type CommitRow, commitRows, walking } from "./LogRows.ts"

/** The events of one command, as their envelopes say. */
export interface Committed {
  readonly first: number
  readonly last: number
  readonly commandId: unknown
  readonly recordedAt: unknown
  /** The column of each event that points at its commit. */
  readonly firsts: ReadonlyArray<number>
  /** The tree after them. */
  readonly edge: RightEdge
}

export interface CommitCheck {
  readonly next: (committed: Committed) => CommitFindings
  readonly end: () => ReadonlyArray<Finding>
}

export interface CommitFindings {
  readonly findings: ReadonlyArray<Finding>
  /** The positions among which one was altered, because neither root nor frontier are those of the events. */
  readonly suspects: readonly [first: number, last: number] | null
}

const wrong = (says: string, position: number): Finding => altered(`commits: ${says}`, position, "commits")

const strays = (rows: ReadonlyArray<CommitRow>): ReadonlyArray<Finding> =>
  rows.map(({ first }) => wrong(`no command begins at position ${first}`, first))

const columns = ({ commandId, last, recordedAt, size }: CommitRow, committed: Committed): ReadonlyArray<string> => [
  ...(last === committed.last ? [] : ["last"]),
  ...(size === committed.last ? [] : ["size"]),
  ...(commandId === committed.commandId ? [] : ["command_id"]),
  ...(recordedAt === committed.recordedAt ? [] : ["recorded_at"])
]

/** The leaves below the first node of the frontier that is another than it was, from 1. */
const differingLeaves = (kept: Buffer, now: Buffer, size: number): readonly [number, number] => {
  let begin = 0
  for (let at = 0; begin < size; at += hashLength) {
    const width = 2 ** Math.floor(Math.log2(size - begin))
    if (Buffer.compare(kept.subarray(at, at + hashLength), now.subarray(at, at + hashLength)) !== 0) {
      return [begin + 1, begin + width]
    }
    begin += width
  }
  return [1, size]
}

export const commitCheck = (db: DatabaseSync): CommitCheck => {
  const rows = walking(commitRows(db))
  let isTreeLost = false

  /** The row is sound, and other events stand there: the first of them is where its own and theirs part. */
  const otherEvents = (row: CommitRow, { last }: Committed): CommitFindings | null => {
    if (row.last === last || row.last !== row.size || row.last < row.first) return null
    isTreeLost = true
    const position = Math.min(row.last, last) + 1
    return {
      findings: [wrong(`position ${position} is of another command than the row says`, position)],
      suspects: null
    }
  }

  const treeFindings = ({ frontier, root }: CommitRow, { edge, first, last }: Committed): CommitFindings => {
    const now = frontierOf(edge)
    const bytes = frontierBytes(now)
    const [isFrontier, isRoot] = [frontier.equals(bytes), root.equals(rootOf(now))]
    const wasLost = isTreeLost
    isTreeLost = !isFrontier && !isRoot
    if (isTreeLost) {
      if (wasLost) return { findings: [], suspects: null }
      const [from, to] = differingLeaves(frontier, bytes, edge.size)
      return { findings: [], suspects: [Math.max(first, from), Math.max(first, Math.min(last, to))] }
    }
    const findings = [
      ...(isFrontier ? [] : [wrong(`the frontier after position ${last} is not that of the events`, first)]),
      ...(isRoot ? [] : [wrong(`the root after position ${last} is not that of the events`, first)])
    ]
    return { findings, suspects: null }
  }

  return {
    next: (committed) => {
      const { first, firsts } = committed
      const before = strays(rows.takeWhile((row) => !(row.first >= first)))
      const [row, ...again] = rows.takeWhile((each) => each.first === first)
      const pointing = firsts.flatMap((each, at) =>
        each === first
          ? []
          : [altered(`events: first points at no commit, at position ${first + at}`, first + at, "events")]
      )
      if (row === undefined) {
        return {
          findings: [...before, ...pointing, wrong(`the row of position ${first} is missing`, first)],
          suspects: null
        }
      }
      const others = otherEvents(row, committed)
      if (others !== null) return { ...others, findings: [...before, ...pointing, ...others.findings] }
      const { findings, suspects } = treeFindings(row, committed)
      const said = columns(row, committed).map((name) =>
        wrong(`${name} is not what the events say, at position ${first}`, first)
      )
      return { findings: [...before, ...pointing, ...said, ...strays(again), ...findings], suspects }
    },
    end: () => strays(rows.takeWhile(() => true))
  }
}
