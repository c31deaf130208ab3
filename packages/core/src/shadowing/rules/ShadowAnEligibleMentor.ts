import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/**
 * Eligible is who is activated in a role of the scheme, trained, not suspended and at the establishment on the day.
 * Days without an eligible mentor are never counted, so at sign-off the rule says so of every day that was.
 */
export const ShadowAnEligibleMentor = rule({
  id: "SHADOW-3",
  name: "ShadowAnEligibleMentor",
  says: "The mentor may work in the scheme on every day that counts",
  source: { title: "Peer social support training pilot", at: "S3:699-701, INV-47" },
  strength: "hard",
  note: "A mentor may work on a day when they are in a role of the scheme, trained, not suspended and not away. If a " +
    "suspension is found out later, the days are counted again",
  limits: {},
  facts: { days: aCount(), eligible: aCount() },
  holds: ({ days, eligible }) => eligible >= days,
  because: () => "The mentor may not work on that day. Choose one who is in role, trained, not suspended and not away",
  example: { facts: { days: 14, eligible: 12 } }
})
