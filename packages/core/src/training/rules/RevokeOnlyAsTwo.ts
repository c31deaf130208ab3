import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const RevokeOnlyAsTwo = rule({
  id: "TRAINING-11",
  name: "RevokeOnlyAsTwo",
  says: "Two different members of staff agree before a completion is revoked",
  source: ourChoice("A completion that one person could take away would be worth little to whoever earned it"),
  strength: "hard",
  limits: {},
  facts: { samePerson: yesOrNo },
  holds: ({ samePerson }) => !samePerson,
  because: () => "You cannot agree with yourself. Name another member of staff who agreed",
  example: { facts: { samePerson: true } }
})
