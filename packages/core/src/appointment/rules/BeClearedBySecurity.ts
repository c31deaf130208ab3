import { aDate, orNone, yesOrNo } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** Asked where the role profile asks for clearance, as every Listener's does. */
export const BeClearedBySecurity = rule({
  id: "APPOINTMENT-4",
  name: "BeClearedBySecurity",
  says: "Where the role asks for it, security has cleared the person, and the clearance is in date",
  source: { title: "Samaritans Listener scheme at Dartmoor: clearance comes first", at: "INV-03, SAM2, SAM5" },
  strength: "hard",
  limits: {},
  facts: { asked: yesOrNo, cleared: yesOrNo, validUntil: orNone(aDate), on: aDate },
  holds: ({ asked, cleared, on, validUntil }) => !asked || (cleared && (validUntil === null || validUntil >= on)),
  because: ({ cleared, validUntil }) =>
    cleared && validUntil !== null
      ? `The clearance was good until ${say(validUntil)}. Record a new one first`
      : "Security has not cleared the person for this role. Record the clearance first",
  example: { facts: { asked: true, cleared: true, validUntil: date("2016-03-31"), on: date("2016-04-01") } }
})
