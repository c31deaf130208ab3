/**
 * The law of one version, as an auditor runs it: one file with the core and what is needed to decide and fold again.
 *
 * It is packed beside the log that it decided, as `law/<version>.mjs`, and loaded by verifiers of later versions. So
 * every version offers these names, and gives and takes plain values.
 */
import { eventTypes, happenedIn, law, ruleBook } from "@peerwork/core"
import type { Stored } from "./LawHistory.ts"

/** The version of the law, as it stands in the evidence of every decision. */
export const version: string = law

/** What an event of a type is called; the type itself where this law does not know it. */
export const titleOf = (type: string): string => eventTypes.get(type)?.title ?? type

/** Why the event is not of the form that this law gives its type; null where it is. */
export const misread = ({ envelope, position }: Stored): string | null => {
  const event = happenedIn(eventTypes, envelope, position)
  return "_tag" in event ? `${event.reason}, ${event.path}` : null
}

/** A rule as the rule book has it. */
export interface RuleWords {
  readonly says: string
  readonly source: { readonly title: string; readonly at: string }
  readonly strength: string
  /** Its own numbers, null where a scheme must decide one, and which of a scheme's limits sets each. */
  readonly limits: Readonly<Record<string, number | null>>
  readonly setBy: Readonly<Record<string, string | undefined>>
}

/** The sentence, the source, the strength and the limits of a rule; null where this law does not know it. */
export const ruleOf = (id: string): RuleWords | null => {
  const rule = ruleBook.find((one) => one.id === id)
  if (rule === undefined) return null
  const { limits, says, setBy, source, strength } = rule
  return { says, source, strength, limits, setBy }
}

export { decideAgain } from "./DecidingAgain.ts"
export { makeHistory } from "./LawHistory.ts"
export { standingOf } from "./HowItStands.ts"
