import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** What the interest is stays personal; the rule sees whether one was declared. */
export const TakeNoAdviceFromAnInterest = rule({
  id: "APPOINTMENT-17",
  name: "TakeNoAdviceFromAnInterest",
  says:
    "Advice on a selection is taken only from a worker who was asked what ties them to the person, and has no interest",
  source: ourChoice(
    "INV-01 lets an experienced worker advise; whoever owes an applicant something, or is owed it, is not free to"
  ),
  strength: "hard",
  note: "What a worker declared adds up: an interest that was declared once stands until it is struck out",
  limits: {},
  facts: { declared: yesOrNo, conflict: yesOrNo },
  holds: ({ conflict, declared }) => declared && !conflict,
  because: ({ declared }) =>
    declared
      ? "They declared an interest in this selection. Decide without their advice, or ask another worker"
      : "Ask them first what ties them to the person, and record what they declare",
  example: { facts: { declared: true, conflict: true } }
})
