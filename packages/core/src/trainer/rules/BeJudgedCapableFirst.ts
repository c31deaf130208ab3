import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** A judgement on a condition opens no door until somebody judged anew, without one. */
export const BeJudgedCapableFirst = rule({
  id: "TRAINER-2",
  name: "BeJudgedCapableFirst",
  says: "A trainer is judged capable of a session, without a condition left open, before they are accredited for it",
  source: { title: "Peer social support training pilot", at: "S3:441-464" },
  strength: "hard",
  note: "It is not asked of somebody who is qualified elsewhere",
  limits: {},
  facts: { asked: yesOrNo, judged: yesOrNo, conditional: yesOrNo },
  holds: ({ asked, conditional, judged }) => !asked || (judged && !conditional),
  because: ({ judged }) =>
    judged
      ? "They were judged capable on a condition. Judge them anew when it is met"
      : "Nobody judged them capable of it. Record the judgement first",
  example: { facts: { asked: true, judged: true, conditional: true } }
})
