import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const NeverRejectWhatIsImmediate = rule({
  id: "ESCALATION-4",
  name: "NeverRejectWhatIsImmediate",
  says: "What is immediate is never rejected back",
  source: ourChoice("INV-80, INV-81: a danger that goes back to where it came from is lost on the way"),
  strength: "hard",
  limits: {},
  facts: { immediate: yesOrNo },
  holds: ({ immediate }) => !immediate,
  because: () => "Redirect it to somebody who acknowledges it, and tell them yourself",
  example: { facts: { immediate: true } }
})
