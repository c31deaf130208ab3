import { severalOf } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"
import { sayTitles, sessionTitles } from "../../training/SessionCatalogue.ts"

export const DeliverOrWriteOffEverySession = rule({
  id: "COHORT-6",
  name: "DeliverOrWriteOffEverySession",
  says: "A cohort's delivery is finished, and the cohort closed, only when every session was delivered or written off",
  source: ourChoice("A session that was forgotten must not look like one that was left out"),
  strength: "hard",
  limits: {},
  facts: { left: severalOf(sessionTitles) },
  holds: ({ left }) => left.length === 0,
  because: ({ left }) => `Neither delivered nor written off: ${sayTitles(left)}. Record one of the two first`,
  example: { facts: { left: ["MOVING"] } }
})
