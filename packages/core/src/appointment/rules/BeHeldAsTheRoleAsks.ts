import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** On which ground somebody is held is personal; the rule sees whether somebody looked, and what they found. */
export const BeHeldAsTheRoleAsks = rule({
  id: "APPOINTMENT-20",
  name: "BeHeldAsTheRoleAsks",
  says: "Where a role asks for a legal status, somebody has checked that the worker's is such, since it last changed",
  source: ourChoice(
    "INV-116: a legal status changes without a move; what the role asks for is then checked again, and nothing ends"
  ),
  strength: "hard",
  note:
    "A check counts until a later change of the legal status, or one that became known later, and until the role asks " +
    "for another",
  limits: {},
  facts: { asked: yesOrNo, checked: yesOrNo, meets: yesOrNo },
  holds: ({ asked, checked, meets }) => !asked || (checked && meets),
  because: ({ checked }) =>
    checked
      ? "Their legal status is not one that the role asks for"
      : "The role asks for a legal status, and nobody has checked theirs since it last changed. Record a check",
  example: { facts: { asked: true, checked: true, meets: false } }
})
