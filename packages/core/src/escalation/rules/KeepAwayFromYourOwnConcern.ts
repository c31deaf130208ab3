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
  limits: {},
  facts: { aboutWhoeverActs: yesOrNo, aboutWhoeverIsNamed: yesOrNo },
  holds: ({ aboutWhoeverActs, aboutWhoeverIsNamed }) => !aboutWhoeverActs && !aboutWhoeverIsNamed,
  because: ({ aboutWhoeverActs }) =>
    aboutWhoeverActs ? "Leave it to somebody else" : "Name somebody else: it is about the one who was named",
  example: { facts: { aboutWhoeverActs: false, aboutWhoeverIsNamed: true } }
})
