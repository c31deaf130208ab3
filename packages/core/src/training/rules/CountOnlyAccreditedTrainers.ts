import { severalOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { sayTitles, sessionTitles } from "../../training/SessionCatalogue.ts"

export const CountOnlyAccreditedTrainers = rule({
  id: "TRAINING-3",
  name: "CountOnlyAccreditedTrainers",
  says:
    "A session counts only if whoever taught it was accredited for it on that day, or supervised by somebody who was",
  source: { title: "Peer social support training pilot", at: "S3:441-464, INV-41" },
  strength: "hard",
  note:
    "An accreditation that was granted later counts from its own day, and none counts from the day on which they left. " +
    "For history from before trainers were accredited, two members of staff decide for the session",
  limits: {},
  facts: { uncounted: severalOf(sessionTitles) },
  holds: ({ uncounted }) => uncounted.length === 0,
  because: ({ uncounted }) =>
    `Nobody accredited taught or supervised ${
      sayTitles(uncounted)
    }. Have it repeated, or decide for the session that it counts`,
  example: { facts: { uncounted: ["MOVING"] } }
})
