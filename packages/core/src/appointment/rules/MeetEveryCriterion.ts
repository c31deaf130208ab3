import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Which criteria they are stays personal; the rule sees how many, and none where the scheme lets a reason stand. */
export const MeetEveryCriterion = rule({
  id: "APPOINTMENT-15",
  name: "MeetEveryCriterion",
  says: "Whoever is selected was considered by every criterion of the scheme, and meets those that it insists on",
  source: { title: "Leicestershire and Rutland Probation Trust, peer mentors", at: "LRPT, INV-14" },
  strength: "hard",
  note: "The scheme decides the criteria for each role, and whether it insists on them or lets a reason stand",
  limits: {},
  facts: { unconsidered: aCount(), gaps: aCount() },
  holds: ({ gaps, unconsidered }) => unconsidered === 0 && gaps === 0,
  because: ({ gaps, unconsidered }) => {
    if (unconsidered > 0) return "Record of every criterion of the role first whether the person meets it"
    return `The scheme insists on its criteria, and ${gaps === 1 ? "one is" : `${gaps} are`} not met`
  },
  example: { facts: { unconsidered: 0, gaps: 1 } }
})
