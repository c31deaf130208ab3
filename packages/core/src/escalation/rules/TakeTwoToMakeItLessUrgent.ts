import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const TakeTwoToMakeItLessUrgent = rule({
  id: "ESCALATION-5",
  name: "TakeTwoToMakeItLessUrgent",
  says: "Two people agree before what was immediate is made less urgent, or what was safeguarding goes another way",
  source: ourChoice("INV-80: one tired person alone must not decide that a danger can wait"),
  strength: "hard",
  limits: {},
  facts: { lessThanImmediate: yesOrNo, leavesSafeguarding: yesOrNo, two: yesOrNo },
  holds: ({ leavesSafeguarding, lessThanImmediate, two }) => two || !(lessThanImmediate || leavesSafeguarding),
  because: () => "Agree it with another member of staff, and name them",
  example: { facts: { lessThanImmediate: true, leavesSafeguarding: false, two: false } }
})
