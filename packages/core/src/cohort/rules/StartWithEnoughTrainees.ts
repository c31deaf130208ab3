import { sayAmount } from "../../language/Amount.ts"
import { aCount } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const StartWithEnoughTrainees = rule({
  id: "COHORT-4",
  name: "StartWithEnoughTrainees",
  says: "A cohort starts with at least as many trainees as it was planned for",
  source: ourChoice("A group that is too small is a different training; the plan says how many it takes"),
  strength: "hard",
  limits: {},
  facts: { enrolled: aCount(), least: aCount() },
  holds: ({ enrolled, least }) => enrolled >= least,
  because: ({ enrolled, least }) =>
    `${enrolled} of at least ${sayAmount(least, "trainee")} ${enrolled === 1 ? "is" : "are"} enrolled. Enrol ${
      least - enrolled
    } more`,
  example: { facts: { enrolled: 3, least: 5 } }
})
