import { sayAmount } from "../../language/Amount.ts"
import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const DecideOnEveryTrainee = rule({
  id: "COHORT-7",
  name: "DecideOnEveryTrainee",
  says: "A cohort is closed when there is a decision for every trainee",
  source: { title: "Peer social support training pilot", at: "S3:480-486" },
  strength: "hard",
  limits: {},
  facts: { undecided: aCount() },
  holds: ({ undecided }) => undecided === 0,
  because: ({ undecided }) =>
    `${
      sayAmount(undecided, "trainee has", "trainees have")
    } no decision. Decide on completion, or close the training as incomplete`,
  example: { facts: { undecided: 2 } }
})
