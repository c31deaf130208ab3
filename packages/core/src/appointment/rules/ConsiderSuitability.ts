import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** The facts are shown to whoever selects and recorded with the decision; only how many speak against it is public. */
export const ConsiderSuitability = rule({
  id: "APPOINTMENT-6",
  name: "ConsiderSuitability",
  says: "What speaks against selecting the person is weighed, and a reason is recorded for selecting them all the same",
  source: { title: "HMPPS allocation suitability", at: "INV-07, activities-management-api" },
  strength: "soft",
  note:
    "The basic incentive level, a high workplace risk, an education that falls short of what the role asks for and " +
    "another open role speak against a selection. Which of the first three it is stays personal, and counts as one",
  limits: { mismatches: 0 },
  facts: { mismatches: aCount() },
  holds: ({ mismatches: found }, { mismatches }) => found <= mismatches,
  because: ({ mismatches }) =>
    `${mismatches === 1 ? "One fact speaks" : `${mismatches} facts speak`} against the selection. Give a reason for it`,
  example: { facts: { mismatches: 2 } }
})
