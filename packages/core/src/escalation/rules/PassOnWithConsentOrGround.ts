import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged of what can wait; where somebody may come to harm at once, the danger itself is the ground. */
export const PassOnWithConsentOrGround = rule({
  id: "ESCALATION-8",
  name: "PassOnWithConsentOrGround",
  says: "What somebody told is passed on with their agreement, or on a ground that the law knows",
  source: {
    title: "Nightline Association, disclosure to third parties; Primero, consent and its override",
    at: "INV-32, NIGHT, PRIM"
  },
  strength: "hard",
  note: "The grounds are a risk to life, a duty to safeguard, an order of a court, and terrorism. Whoever records it " +
    "decides whether there is one. What is immediate is asked for neither: the danger is the ground",
  limits: {},
  facts: { lawful: yesOrNo },
  holds: ({ lawful }) => lawful,
  because: () =>
    "Ask them, and respect the answer unless a life is at risk, there is a duty to safeguard, a court " +
    "ordered it or it is about terrorism",
  example: { facts: { lawful: false } }
})
