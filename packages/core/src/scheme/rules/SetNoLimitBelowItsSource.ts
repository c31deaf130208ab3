import { aCount, oneOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { limitWords } from "../SchemeLimits.ts"

/** Judged when a limit is decided or corrected, with the bounds of that limit. */
export const SetNoLimitBelowItsSource = rule({
  id: "SCHEME-4",
  name: "SetNoLimitBelowItsSource",
  says: "A scheme may set a limit stricter than its source, never laxer",
  source: { title: "Peer social support training pilot, a minimum that no scheme may lower", at: "S3:699-701" },
  strength: "hard",
  note: "Where no source fixes a limit, the bounds only keep out slips of the pen",
  limits: { least: null, most: null },
  facts: { limit: oneOf(limitWords), value: aCount() },
  holds: ({ value }, { least, most }) => least <= value && value <= most,
  because: ({ limit }, { least, most }) => `${limitWords[limit]}: decide a number from ${least} to ${most}`,
  example: { facts: { limit: "shadowingDays", value: 13 }, limits: { least: 14, most: 365 } }
})
