import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const LetSomebodyElseDecide = rule({
  id: "TRAINING-10",
  name: "LetSomebodyElseDecide",
  says: "Whoever decides on a completion is not the only one who taught the trainee, unless a reason is given",
  source: ourChoice("Who taught everything judges their own teaching; the documents leave open who decides"),
  strength: "soft",
  limits: {},
  facts: { onlyTrainer: yesOrNo },
  holds: ({ onlyTrainer }) => !onlyTrainer,
  because: () => "Whoever decides taught every session. Have somebody else decide, or give a reason",
  example: { facts: { onlyTrainer: true } }
})
