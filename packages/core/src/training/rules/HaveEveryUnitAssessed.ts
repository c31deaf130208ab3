import { severalOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { sayTitles, sessionTitles } from "../../training/SessionCatalogue.ts"

/** A unit that was credited was assessed where it comes from. */
export const HaveEveryUnitAssessed = rule({
  id: "TRAINING-12",
  name: "HaveEveryUnitAssessed",
  says: "A training that leads to an award is complete only when each unit was assessed as met",
  source: { title: "Prison buddy support scheme, Devon: every standard is met to pass", at: "INV-60" },
  strength: "hard",
  limits: {},
  facts: { unassessed: severalOf(sessionTitles) },
  holds: ({ unassessed }) => unassessed.length === 0,
  because: ({ unassessed }) => `Not assessed as met: ${sayTitles(unassessed)}. Record the assessment of each first`,
  example: { facts: { unassessed: ["CARE_DUTY"] } }
})
