/**
 * Explaining an event: who decided it, by which rules and facts, what was read for it, and whether it is decided the
 * same way again.
 */
import type { JsonObject } from "@peerwork/core"
import type { LawHistory, Stored } from "../law/LawHistory.ts"
import { type DifferingPath, differingPaths } from "./DifferingPaths.ts"
import type { Law } from "./LawOf.ts"
import { type LimitOrigin, limitOrigin } from "./LimitOrigin.ts"

/** A rule as it was judged, with its words. */
export interface ExplainedRule {
  readonly id: string
  readonly says: string | null
  readonly source: { readonly title: string; readonly at: string } | null
  readonly strength: string | null
  readonly held: boolean
  /** Somebody recorded a reason for going on although it was not met. */
  readonly override: boolean
  readonly facts: JsonObject
  readonly limits: JsonObject
  /** Where each limit comes from; null where the history does not say. */
  readonly limitsFrom: Readonly<Record<string, LimitOrigin | null>>
  /** What it said where it was not met. */
  readonly because: string | null
}

/** Something that comes out otherwise, and where in it. */
export interface ExplainedDifference {
  readonly what: string
  readonly paths: ReadonlyArray<DifferingPath>
}

export interface Explained {
  readonly title: string
  readonly rules: ReadonlyArray<ExplainedRule>
  readonly reads: ReadonlyArray<
    { readonly view: string; readonly id: string; readonly positions: ReadonlyArray<number> }
  >
  readonly again: {
    readonly law: string
    readonly same: boolean
    readonly differences: ReadonlyArray<ExplainedDifference>
  }
}

/** Explains a command by its events, over the history before them. */
export const explain = (
  law: Law,
  history: LawHistory,
  events: readonly [Stored, ...ReadonlyArray<Stored>],
  of: Stored
): Explained => {
  const { differences, judged, law: version, reads } = law.decideAgain(history, events)
  const { rules } = of.envelope.decision
  return {
    title: law.titleOf(of.envelope.type),
    rules: rules.map(({ facts, held, id, limits, override }) => {
      const words = law.ruleOf(id)
      return {
        id,
        says: words?.says ?? null,
        source: words?.source ?? null,
        strength: words?.strength ?? null,
        held,
        override: override === true,
        facts,
        limits,
        limitsFrom: Object.fromEntries(
          Object.entries(limits).map(([name, value]) => [
            name,
            words === null ? null : limitOrigin(history, of, words, name, value)
          ])
        ),
        because: judged.find((one) => one.rule === id)?.because ?? null
      }
    }),
    reads,
    again: {
      law: version,
      same: differences.length === 0,
      differences: differences.map(({ again, recorded, what }) => ({ what, paths: differingPaths(recorded, again) }))
    }
  }
}
