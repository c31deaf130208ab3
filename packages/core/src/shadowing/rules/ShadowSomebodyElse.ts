import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** A slip of the pen, or a merge of two records, can make worker and mentor one person. */
export const ShadowSomebodyElse = rule({
  id: "SHADOW-2",
  name: "ShadowSomebodyElse",
  says: "A new worker shadows somebody else, never themselves",
  source: { title: "Peer social support training pilot", at: "S3:699-701" },
  strength: "hard",
  limits: {},
  facts: { samePerson: yesOrNo },
  holds: ({ samePerson }) => !samePerson,
  because: () => "The mentor and the new worker are the same person. Choose another mentor",
  example: { facts: { samePerson: true } }
})
