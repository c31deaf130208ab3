import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** The facts are shown to whoever selects and recorded with the decision; only how many speak against it is public. */
export const ConsiderSuitability = rule({
  id: "APPOINTMENT-6",
  name: "ConsiderSuitability",
  says: "What speaks against selecting the person is weighed, and a reason is recorded for selecting them all the same",
  source: { title: "HMPPS allocation suitability", at: "INV-07, activities-management-api" },
  strength: "soft",
  note: "The basic incentive level, a high workplace risk and another open role each speak against a selection",
  limits: { mismatches: 0 },
  facts: { mismatches: aCount() },
  holds: ({ mismatches: found }, { mismatches }) => found <= mismatches,
  because: ({ mismatches }) =>
    `${mismatches === 1 ? "One fact speaks" : `${mismatches} facts speak`} against the selection. Give a reason for it`,
  example: { facts: { mismatches: 2 } }
})
