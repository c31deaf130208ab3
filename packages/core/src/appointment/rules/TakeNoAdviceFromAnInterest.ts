import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** What the interest is stays personal; the rule sees whether one was declared. */
export const TakeNoAdviceFromAnInterest = rule({
  id: "APPOINTMENT-17",
  name: "TakeNoAdviceFromAnInterest",
  says: "No advice on a selection is taken from a worker with an interest in it, or who was not asked for one",
  source: ourChoice(
    "INV-01 lets an experienced worker advise; whoever owes an applicant something, or is owed it, is not free to"
  ),
  strength: "hard",
  limits: {},
  facts: { declared: yesOrNo, conflict: yesOrNo },
  holds: ({ conflict, declared }) => declared && !conflict,
  because: ({ declared }) =>
    declared
      ? "They declared an interest in this selection. Decide without their advice, or ask another worker"
      : "Ask them first what ties them to the person, and record what they declare",
  example: { facts: { declared: true, conflict: true } }
})
