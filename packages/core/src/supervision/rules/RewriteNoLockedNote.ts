import { aCount } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Hours are whole ones since the session was recorded. */
export const RewriteNoLockedNote = rule({
  id: "SUPERVISION-5",
  name: "RewriteNoLockedNote",
  says: "The note of a supervision is rewritten only until it is locked; after that something can only be added",
  source: ourChoice("A note that can be changed for ever proves nothing; how long a slip may be put right differs"),
  strength: "hard",
  limits: { hours: null },
  setBy: { hours: "supervisionNoteHours" },
  meanwhile: "Until then, add to it with AddToSupervisionNote",
  facts: { hours: aCount(0, 10_000_000) },
  holds: ({ hours }, limits) => hours < limits.hours,
  because: (_, { hours }) => `The note was locked ${hours} hours after it was recorded. Add to it instead`,
  example: { facts: { hours: 72 }, limits: { hours: 72 } }
})
