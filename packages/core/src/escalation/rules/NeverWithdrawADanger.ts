import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const NeverWithdrawADanger = rule({
  id: "ESCALATION-7",
  name: "NeverWithdrawADanger",
  says: "What is immediate, or protects somebody from abuse, is never withdrawn",
  source: ourChoice("INV-72: somebody could be pressed to take it back; staff look into it and record the outcome"),
  strength: "hard",
  note:
    "What once went the way of safeguarding, or has such a concern linked to it, is never withdrawn, also if it was found " +
    "to be about something else since",
  limits: {},
  facts: { immediate: yesOrNo, safeguarding: yesOrNo },
  holds: ({ immediate, safeguarding }) => !immediate && !safeguarding,
  because: () => "Look into it, and resolve it with what was found",
  example: { facts: { immediate: false, safeguarding: true } }
})
