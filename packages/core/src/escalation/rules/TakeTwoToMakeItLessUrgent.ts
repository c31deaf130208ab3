import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const TakeTwoToMakeItLessUrgent = rule({
  id: "ESCALATION-5",
  name: "TakeTwoToMakeItLessUrgent",
  says: "Two people agree before what was immediate is made less urgent, or what was safeguarding goes another way",
  source: ourChoice("INV-80: one tired person alone must not decide that a danger can wait"),
  strength: "hard",
  note: "Nobody is recorded as having agreed with themselves, also where one person would do",
  limits: {},
  facts: { lessThanImmediate: yesOrNo, leavesSafeguarding: yesOrNo, agreed: yesOrNo, samePerson: yesOrNo },
  holds: ({ agreed, leavesSafeguarding, lessThanImmediate, samePerson }) =>
    !samePerson && (agreed || !(lessThanImmediate || leavesSafeguarding)),
  because: ({ samePerson }) =>
    samePerson
      ? "You cannot agree with yourself. Name another member of staff who agreed"
      : "Agree it with another member of staff, and name them",
  example: { facts: { lessThanImmediate: true, leavesSafeguarding: false, agreed: false, samePerson: false } }
})
