import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Not asked of who was in the role before the scheme. An experienced worker may advise on a selection; the decision is recorded by staff, with reasons. */
export const BeSelectedByStaff = rule({
  id: "APPOINTMENT-2",
  name: "BeSelectedByStaff",
  says: "A worker is appointed only after staff selected them, with reasons",
  source: { title: "Offender health trainers", at: "S1:44, INV-01" },
  strength: "hard",
  limits: {},
  facts: { asked: yesOrNo, selected: yesOrNo },
  holds: ({ asked, selected }) => !asked || selected,
  because: () => "The person has not been selected for the role. Record the selection first",
  example: { facts: { asked: true, selected: false } }
})
