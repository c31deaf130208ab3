import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged where something is raised for later, with a name or without one. */
export const NeverRaiseADangerForLater = rule({
  id: "ESCALATION-15",
  name: "NeverRaiseADangerForLater",
  says:
    "What says that somebody may come to harm soon is not raised for later; of a note without a name that is said first",
  source: ourChoice("Edge case 33: a note that says somebody will die tonight must not wait to be sorted"),
  strength: "hard",
  note: "What says that somebody may come to harm soon is raised at once, also where nobody knows whom it is about. " +
    "Peerwork has no feedback box and reads no note: it asks whoever records one",
  limits: {},
  facts: { danger: yesOrNo, anonymous: yesOrNo, read: yesOrNo },
  holds: ({ anonymous, danger, read }) => !danger && (read || !anonymous),
  because: ({ danger }) =>
    danger
      ? "It cannot wait. Tell somebody who is there now, and raise it at once"
      : "Read it, and say whether it says that somebody may come to harm soon",
  example: { facts: { danger: false, anonymous: true, read: false } }
})
