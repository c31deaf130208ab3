import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged where an escalation is acknowledged, passed on, rejected, reclassified, resolved, closed or withdrawn. */
export const AnswerForWhatIsWithYou = rule({
  id: "ESCALATION-3",
  name: "AnswerForWhatIsWithYou",
  says: "Only whoever has an escalation, or covers for them, answers for it",
  source: { title: "Primero, transfers and referrals of cases: one who accepts or rejects", at: "INV-85, PRIM" },
  strength: "hard",
  note: "Until somebody acknowledges it, it is with whoever was told, their cover, and everybody whom the ladder has " +
    "reached. Who covers another post of theirs covers nothing of this one. If its owner has left, or it turns out to be " +
    "about them, it is with whoever holds or covers the post that it goes to, with the duty governor, and at night with " +
    "the orderly officer. Whoever raised it may take it back, whoever passed it on answers for it again once it " +
    "was rejected, and anybody may make it more urgent",
  limits: {},
  facts: { withThem: yesOrNo, takesBackTheirOwn: yesOrNo, onlyMoreUrgent: yesOrNo },
  holds: ({ onlyMoreUrgent, takesBackTheirOwn, withThem }) => withThem || takesBackTheirOwn || onlyMoreUrgent,
  because: () => "It is with somebody else. Ask them, or whoever covers for them",
  example: { facts: { withThem: false, takesBackTheirOwn: false, onlyMoreUrgent: false } }
})
