import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged when something is raised. Nothing is refused for it: whoever is told of a danger must be able to record it. */
export const NameWhoReceives = rule({
  id: "ROUTE-2",
  name: "NameWhoReceives",
  says: "Somebody is named for the post that an escalation goes to",
  source: ourChoice("INV-85, INV-86: what is raised always has an owner, and a ladder if nobody answers"),
  strength: "alert",
  limits: {},
  facts: { named: yesOrNo },
  holds: ({ named }) => named,
  because: () => "Nobody holds the post that this goes to. Hand it over to somebody yourself, and have the post filled",
  example: { facts: { named: false } }
})
