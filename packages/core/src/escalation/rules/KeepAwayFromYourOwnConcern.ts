import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged of whoever acts and of whoever is named, in every command about an escalation. */
export const KeepAwayFromYourOwnConcern = rule({
  id: "ESCALATION-2",
  name: "KeepAwayFromYourOwnConcern",
  says: "Nobody handles a concern about themselves",
  source: {
    title: "Healthwatch network, how concerns are taken further: past whoever they are about",
    at: "INV-84, HW2"
  },
  strength: "hard",
  note:
    "It counts also for whom it was recorded about before that was put right, and for whom anything that is linked to " +
    "it is about. Nobody is named in one about themselves either",
  limits: {},
  facts: { aboutWhoeverActs: yesOrNo, aboutWhoeverIsNamed: yesOrNo },
  holds: ({ aboutWhoeverActs, aboutWhoeverIsNamed }) => !aboutWhoeverActs && !aboutWhoeverIsNamed,
  because: ({ aboutWhoeverActs }) =>
    aboutWhoeverActs ? "Leave it to somebody else" : "Name somebody else: it is about the one who was named",
  example: { facts: { aboutWhoeverActs: false, aboutWhoeverIsNamed: true } }
})
