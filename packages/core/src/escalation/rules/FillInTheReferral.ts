import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged where a reference to a CSIP is recorded: Peerwork refers nothing, and lets nobody forget a part of it. */
export const FillInTheReferral = rule({
  id: "ESCALATION-9",
  name: "FillInTheReferral",
  says: "A referral to a CSIP is recorded with everything that it asks",
  source: { title: "challenge-support-intervention-plan-api", at: "INV-83, CSIP: the fields of a referral" },
  strength: "hard",
  note:
    "A CSIP is a challenge, support and intervention plan, for violence and bullying. Its referral asks when, where " +
    "and what happened, in which area whoever refers it works, and who was involved and how",
  limits: {},
  facts: { complete: yesOrNo },
  holds: ({ complete }) => complete,
  because: () =>
    "Say when and where it happened, what it was, in which area you work, who was involved, and describe it",
  example: { facts: { complete: false } }
})
