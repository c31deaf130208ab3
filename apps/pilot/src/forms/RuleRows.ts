/**
 * Rule rows: the verdict of every rule as a page shows it, before the button and after a refusal.
 */
import { say } from "@peerwork/core"
import type { Judged, Verdict } from "@peerwork/core"

export interface Tag {
  readonly text: string
  readonly classes: string
}

export interface RuleRow {
  readonly id: string
  readonly says: string
  readonly tag: Tag
  /** What would make it pass. */
  readonly because: string | null
  readonly source: string
  readonly earliest: string | null
}

const tag = (text: string, colour: string): Tag => ({ text, classes: `govuk-tag--${colour}` })

/** The state of a rule as an adjective, the same everywhere. */
const tagOf = ({ facts, held, override, strength }: Pick<Judged, "facts" | "held" | "override" | "strength">): Tag => {
  if (facts["asked"] === false) return tag("Not asked", "grey")
  if (held === null) return tag("Not judged", "grey")
  if (held) return tag("Met", "green")
  if (strength === "alert") return tag("Needs attention", "yellow")
  if (override) return tag("Not met, with a reason", "yellow")
  return strength === "soft" ? tag("Not met, needs a reason", "orange") : tag("Not met", "red")
}

export const ruleRow = (judged: Judged): RuleRow => ({
  id: judged.rule,
  says: judged.says,
  tag: tagOf(judged),
  because: judged.because,
  source: `${judged.source.title}, ${judged.source.at}`,
  earliest: judged.earliest === null ? null : say(judged.earliest)
})

/** What stands in the way first, then what needs attention, then what holds. */
const rank = (
  { held, strength }: Judged
): number => (held === false ? (strength === "alert" ? 1 : 0) : held === null ? 2 : 3)

export const ruleRows = (judged: ReadonlyArray<Judged>): ReadonlyArray<RuleRow> =>
  [...judged].sort((a, b) => rank(a) - rank(b)).map(ruleRow)

/** The same for a verdict that no command was decided with. */
export const verdictRow = ({ because, earliest, facts, held, rule }: Verdict): RuleRow =>
  ruleRow({
    rule: rule.id,
    says: rule.says,
    source: rule.source,
    strength: rule.strength,
    held,
    facts,
    limits: rule.limits,
    because,
    earliest,
    override: false
  })
