import { aDate } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/**
 * Only shown: a lockdown moves a session past the last day, and it is better held late than not. Before the first day
 * no session is planned at all, by RECORD-2.
 */
export const HoldSessionsWithinTheCohort = rule({
  id: "COHORT-12",
  name: "HoldSessionsWithinTheCohort",
  says: "A session is planned no later than the last day of its cohort; a later one is shown",
  source: ourChoice("Time and room were approved until that day; afterwards somebody has to see to both again"),
  strength: "alert",
  limits: {},
  facts: { heldOn: aDate, endsOn: aDate },
  holds: ({ endsOn, heldOn }) => heldOn <= endsOn,
  because: ({ endsOn, heldOn }) =>
    `The cohort ends on ${say(endsOn)}, and the session is on ${say(heldOn)}. See that time and room are there`,
  example: { facts: { heldOn: date("2016-03-17"), endsOn: date("2016-03-16") } }
})
