import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged of every escalation that a session names; what it is about stands beside the log, so its way is judged. */
export const NameOnlyWhatPassesItOn = rule({
  id: "SUPERVISION-9",
  name: "NameOnlyWhatPassesItOn",
  says: "An escalation that a supervision names is about its worker, or goes a way that protects somebody",
  source: ourChoice("INV-56: an escalation of something else would only look as if exploitation had been passed on"),
  strength: "hard",
  note: "What went to safer custody or safeguarding once may be named, whomever it is about",
  limits: {},
  facts: { passesItOn: yesOrNo },
  holds: ({ passesItOn }) => passesItOn,
  because: () => "Name the escalation that passes it on, or raise one and name that",
  example: { facts: { passesItOn: false } }
})
