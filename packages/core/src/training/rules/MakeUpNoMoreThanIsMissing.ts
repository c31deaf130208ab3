import { sayMinutes } from "../../language/Amount.ts"
import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** What was attended or made up and does not count is still missing, so that it can be made up again. */
export const MakeUpNoMoreThanIsMissing = rule({
  id: "TRAINING-14",
  name: "MakeUpNoMoreThanIsMissing",
  says: "No more minutes of a session are made up than are missing of it",
  source: { title: "Peer social support training pilot", at: "S3:317-319, INV-42" },
  strength: "hard",
  limits: {},
  facts: { minutes: aCount(), missing: aCount() },
  holds: ({ minutes, missing }) => minutes <= missing,
  because: ({ missing }) =>
    missing === 0
      ? "Nothing is missing of that session"
      : `Only ${sayMinutes(missing)} of that session ${missing === 1 ? "is" : "are"} missing. Record no more than that`,
  example: { facts: { minutes: 600, missing: 60 } }
})
