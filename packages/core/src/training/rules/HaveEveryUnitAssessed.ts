import { severalOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { sayTitles, sessionTitles } from "../../training/SessionCatalogue.ts"

/** Judged of the units that are met but for their assessment; what is missing of the others is for TRAINING-1 to say. */
export const HaveEveryUnitAssessed = rule({
  id: "TRAINING-12",
  name: "HaveEveryUnitAssessed",
  says: "Before a training that leads to an award is complete, each unit that was taught is assessed as met",
  source: { title: "Prison buddy support scheme, Devon: every standard is met to pass", at: "INV-40, INV-60" },
  strength: "hard",
  note: "A unit that was credited needs no assessment here: it was assessed where it comes from",
  limits: {},
  facts: { unassessed: severalOf(sessionTitles) },
  holds: ({ unassessed }) => unassessed.length === 0,
  because: ({ unassessed }) => `Not assessed as met: ${sayTitles(unassessed)}. Record the assessment of each first`,
  example: { facts: { unassessed: ["CARE_DUTY"] } }
})
