import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Its words say no more than that: whoever reads a refusal may be the one who is concerned. */
export const BeSupervisedWithNothingBetween = rule({
  id: "SUPERVISION-8",
  name: "BeSupervisedWithNothingBetween",
  says: "A worker is supervised by somebody with whom they have no open matter",
  source: {
    title: "Healthwatch network, how concerns are taken further: past whoever they are about",
    at: "INV-84, HW2"
  },
  strength: "hard",
  limits: {},
  facts: { between: yesOrNo },
  holds: ({ between }) => !between,
  because: () => "This member of staff cannot supervise this worker now. Name somebody else",
  example: { facts: { between: true } }
})
