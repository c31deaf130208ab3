import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged of a judgement, an accreditation and its review, and of a session that was taught and observed. */
export const LetSomebodyElseJudge = rule({
  id: "TRAINER-5",
  name: "LetSomebodyElseJudge",
  says: "Nobody judges, accredits or observes themselves",
  source: ourChoice("Whether a session counts must not hang on the word of whoever delivered it"),
  strength: "hard",
  limits: {},
  facts: { themselves: yesOrNo },
  holds: ({ themselves }) => !themselves,
  because: () => "A trainer was named as judging or observing themselves. Name another member of staff",
  example: { facts: { themselves: true } }
})
