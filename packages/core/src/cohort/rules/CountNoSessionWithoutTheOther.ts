import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const CountNoSessionWithoutTheOther = rule({
  id: "COHORT-8",
  name: "CountNoSessionWithoutTheOther",
  says: "Two different members of staff agree before a session counts that nobody accredited taught",
  source: { title: "Peer social support training pilot", at: "S3:577-579, INV-41" },
  strength: "hard",
  limits: {},
  facts: { samePerson: yesOrNo },
  holds: ({ samePerson }) => !samePerson,
  because: () => "You cannot agree with yourself. Name another member of staff who agreed",
  example: { facts: { samePerson: true } }
})
