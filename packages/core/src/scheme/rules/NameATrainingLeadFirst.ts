import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged when a scheme starts or resumes. */
export const NameATrainingLeadFirst = rule({
  id: "SCHEME-2",
  name: "NameATrainingLeadFirst",
  says: "A scheme runs only while a designated member of staff holds and oversees the training",
  source: { title: "Peer social support training pilot", at: "S3:656-658, INV-58" },
  strength: "hard",
  note: "A training lead who is no longer in post leaves the place vacant, also when nobody recorded that they left it",
  limits: {},
  facts: { held: yesOrNo },
  holds: ({ held }) => held,
  because: () => "Nobody holds the training on that day. Name a training lead who is in post",
  example: { facts: { held: false } }
})
