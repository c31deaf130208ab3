import { severalOf } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"
import { sayTitles, sessionTitles } from "../../training/SessionCatalogue.ts"

/** That a session does not count is a decision as well; equal titles decide nothing. */
export const DecideWhatWasTaughtCounts = rule({
  id: "COHORT-9",
  name: "DecideWhatWasTaughtCounts",
  says: "Before a cohort moves to another template, it is decided what each session that was held counts for in it",
  source: ourChoice("What trainees were taught must not be lost unseen"),
  strength: "soft",
  limits: {},
  facts: { undecided: severalOf(sessionTitles) },
  holds: ({ undecided }) => undecided.length === 0,
  because: ({ undecided }) =>
    `Nobody decided what these count for: ${sayTitles(undecided)}. Decide on their equivalences, or give a reason`,
  example: { facts: { undecided: ["VULNERABILITY"] } }
})
