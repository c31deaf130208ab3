/**
 * What is wrong with a history: one sentence for each, with the position or the name of the file where it lies.
 *
 * A damaged history can be wrong at every position. Only the beginning of a long list is kept, but all are counted,
 * and the first wrong position is known whatever the order in which they were found.
 */
import { type ExitCode, exitCodes } from "../SubCommand.ts"

/** What kind of thing is wrong; each is an exit code. */
export type Wrong = "integrity" | "quorum" | "malformed" | "disclosure" | "decision"

export interface Finding {
  readonly wrong: Wrong
  /** The first position that it concerns; null where it concerns none. */
  readonly position: number | null
  /** The file of the bundle, or the table of the log; null where it is neither. */
  readonly where: string | null
  /** A sentence without a full stop. */
  readonly says: string
}

const mostKept = 1000

/** The worst first: what was altered weighs more than what is missing, and both more than who did not sign. */
const worstFirst: ReadonlyArray<Wrong> = ["integrity", "malformed", "disclosure", "quorum", "decision"]

/** Everything that was found so far. */
export interface Findings {
  readonly add: (finding: Finding) => void
  readonly kept: () => ReadonlyArray<Finding>
  readonly count: () => number
  readonly firstWrongPosition: () => number | null
  readonly exitCode: () => ExitCode
}

const byPlace = (a: Finding, b: Finding): number =>
  worstFirst.indexOf(a.wrong) - worstFirst.indexOf(b.wrong) ||
  (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER)

export const findings = (): Findings => {
  const kept: Array<Finding> = []
  const kinds = new Set<Wrong>()
  let [count, first]: [number, number | null] = [0, null]
  return {
    add: (finding) => {
      const { position, wrong } = finding
      count++
      kinds.add(wrong)
      // A decision that comes out differently is no damage of the history
      if (position !== null && wrong !== "decision" && (first === null || position < first)) first = position
      if (kept.length < mostKept) kept.push(finding)
    },
    kept: () => kept.toSorted(byPlace),
    count: () => count,
    firstWrongPosition: () => first,
    exitCode: () => {
      const worst = worstFirst.find((wrong) => kinds.has(wrong))
      return worst === undefined ? exitCodes.ok : exitCodes[worst]
    }
  }
}

/** Something that was altered. */
export const altered = (says: string, position: number | null, where: string | null = null): Finding => ({
  wrong: "integrity",
  position,
  where,
  says
})

/** Something that is missing, or cannot be read. */
export const unreadable = (says: string, position: number | null, where: string | null = null): Finding => ({
  wrong: "malformed",
  position,
  where,
  says
})
