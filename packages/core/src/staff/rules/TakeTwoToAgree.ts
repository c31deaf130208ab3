import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged of acts that one person could misuse alone, such as voiding an appointment. */
export const TakeTwoToAgree = rule({
  id: "STAFF-2",
  name: "TakeTwoToAgree",
  says: "Two different members of staff agree before an appointment is voided",
  source: ourChoice("An appointment that disappears takes its history out of sight"),
  strength: "hard",
  limits: {},
  facts: { samePerson: yesOrNo },
  holds: ({ samePerson }) => !samePerson,
  because: () => "You cannot agree with yourself. Name another member of staff who agreed",
  example: { facts: { samePerson: true } }
})
