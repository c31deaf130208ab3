import { sayMinutes } from "../../language/Amount.ts"
import { aCount, severalOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { sayTitles, sessionTitles } from "../../training/SessionCatalogue.ts"

export const RoundNoAttendanceUp = rule({
  id: "TRAINING-2",
  name: "RoundNoAttendanceUp",
  says: "Partial attendance never counts as a whole session",
  source: { title: "Peer social support training pilot", at: "S3:317-319, INV-42" },
  strength: "hard",
  note: "Minutes that a session was interrupted come off what everybody attended",
  limits: {},
  facts: { partial: severalOf(sessionTitles), minutes: aCount() },
  holds: ({ partial }) => partial.length === 0,
  because: ({ minutes, partial }) =>
    `${sayMinutes(minutes)} ${minutes === 1 ? "is" : "are"} missing of ${sayTitles(partial)}. Have ${
      minutes === 1 ? "it" : "them"
    } made up`,
  example: { facts: { partial: ["COMMUNICATION"], minutes: 20 } }
})
