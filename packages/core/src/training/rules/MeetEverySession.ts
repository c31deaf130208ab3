import { aCount, severalOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { sayTitles, sessionTitles } from "../../training/SessionCatalogue.ts"

/** A completion is a decision besides; this only says what must be there before. */
export const MeetEverySession = rule({
  id: "TRAINING-1",
  name: "MeetEverySession",
  says: "Every session of the template was attended, made up or credited before a training is complete",
  source: { title: "Peer social support training pilot", at: "S3:480-486, INV-40" },
  strength: "hard",
  limits: {},
  facts: { required: aCount(), missing: severalOf(sessionTitles) },
  holds: ({ missing }) => missing.length === 0,
  because: ({ missing, required }) =>
    `${missing.length} of ${required} sessions ${missing.length === 1 ? "is" : "are"} missing: ${
      sayTitles(missing)
    }. Have ${missing.length === 1 ? "it" : "them"} made up or credited`,
  example: { facts: { required: 9, missing: ["HAND_HYGIENE"] } }
})
