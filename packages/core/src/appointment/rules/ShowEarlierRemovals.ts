import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const ShowEarlierRemovals = rule({
  id: "APPOINTMENT-7",
  name: "ShowEarlierRemovals",
  says: "Whoever selects is shown that staff removed the person from the scheme before",
  source: { title: "HMPPS shows previous deallocations before allocation", at: "INV-08, activities-management-api" },
  strength: "alert",
  limits: { removals: 0 },
  facts: { removals: aCount() },
  holds: ({ removals: found }, { removals }) => found <= removals,
  because: ({ removals }) =>
    `Staff removed the person from this scheme ${
      removals === 1 ? "once" : `${removals} times`
    } before. Look at the reasons`,
  example: { facts: { removals: 1 } }
})
