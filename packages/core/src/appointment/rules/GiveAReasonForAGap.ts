import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Which criteria they are stays personal; the rule sees how many, and none where the scheme insists on them. */
export const GiveAReasonForAGap = rule({
  id: "APPOINTMENT-16",
  name: "GiveAReasonForAGap",
  says: "Where the scheme allows it, somebody who misses a criterion is selected with a reason",
  source: { title: "Leicestershire and Rutland Probation Trust, peer mentors", at: "LRPT, INV-14" },
  strength: "soft",
  limits: {},
  facts: { gaps: aCount() },
  holds: ({ gaps }) => gaps === 0,
  because: ({ gaps }) =>
    `${gaps === 1 ? "One criterion is" : `${gaps} criteria are`} not met. Give a reason for selecting them`,
  example: { facts: { gaps: 1 } }
})
