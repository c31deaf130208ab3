/**
 * What is wrong with a history: one sentence for each, with the position or the name of the file where it lies.
 *
 * A damaged history can be wrong at every position. Only the beginning of a long list is kept, but all are counted,
 * and the first wrong position is known whatever the order in which they were found.
 */
import { type ExitCode, exitCodes } from "../SubCommand.ts"

/** What kind of thing is wrong. What the auditor kept, and what lies beside the history, accuse nobody. */
export type Wrong = "integrity" | "malformed" | "disclosure" | "kept" | "beside" | "quorum" | "decision"

export interface Finding {
  readonly wrong: Wrong
  /** The first position that it concerns; null where it concerns none. */
  readonly position: number | null
  /** Where all that is known is that it lies somewhere from the position to this one. */
  readonly within?: number
  /** The file of the bundle, or the table of the log; null where it is neither. */
  readonly where: string | null
  /** A sentence without a full stop. */
  readonly says: string
}

const mostKept = 1000

/**
 * The worst first: what was altered weighs more than what is missing, both more than what was kept or lies beside the
 * history, and all of it more than who did not sign.
 */
const worstFirst: ReadonlyArray<Wrong> = [
  "integrity",
  "malformed",
  "disclosure",
  "kept",
  "beside",
  "quorum",
  "decision"
]

const codes: Readonly<Record<Wrong, ExitCode>> = {
  integrity: exitCodes.integrity,
  malformed: exitCodes.malformed,
  disclosure: exitCodes.disclosure,
  kept: exitCodes.malformed,
  beside: exitCodes.integrity,
  quorum: exitCodes.quorum,
  decision: exitCodes.decision
}

/** Positions of which one is the first that is wrong; only one where it is known. */
export interface FirstWrong {
  readonly from: number
  readonly to: number
}

/** Everything that was found so far. */
export interface Findings {
  readonly add: (finding: Finding) => void
  readonly kept: () => ReadonlyArray<Finding>
  readonly count: () => number
  readonly firstWrong: () => FirstWrong | null
  /** The worst kind; null where nothing is wrong. */
  readonly worst: () => Wrong | null
  readonly exitCode: () => ExitCode
}

const byPlace = (a: Finding, b: Finding): number =>
  worstFirst.indexOf(a.wrong) - worstFirst.indexOf(b.wrong) ||
  (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER)

const earlier = (first: FirstWrong | null, { position, within }: Finding): FirstWrong | null => {
  if (position === null) return first
  const to = within ?? position
  return first === null ? { from: position, to } : { from: Math.min(first.from, position), to: Math.min(first.to, to) }
}

export const findings = (): Findings => {
  const kept: Array<Finding> = []
  const kinds = new Set<Wrong>()
  let [count, first]: [number, FirstWrong | null] = [0, null]
  const worst = () => worstFirst.find((wrong) => kinds.has(wrong)) ?? null
  return {
    add: (finding) => {
      count++
      kinds.add(finding.wrong)
      first = earlier(first, finding)
      if (kept.length < mostKept) kept.push(finding)
    },
    kept: () => kept.toSorted(byPlace),
    count: () => count,
    firstWrong: () => first,
    worst,
    exitCode: () => {
      const wrong = worst()
      return wrong === null ? exitCodes.ok : codes[wrong]
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

/** A file beside the history that is not as it was packed. */
export const beside = (says: string, where: string): Finding => ({ wrong: "beside", position: null, where, says })
