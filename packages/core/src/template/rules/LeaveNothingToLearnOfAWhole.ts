import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** The other side of TEMPLATE-2: what counts in full leaves nothing to learn, and what does not count leaves all. */
export const LeaveNothingToLearnOfAWhole = rule({
  id: "TEMPLATE-4",
  name: "LeaveNothingToLearnOfAWhole",
  says: "What is left to learn is said only where a session counts in part",
  source: { title: "Peer social support training pilot", at: "S3:408-414" },
  strength: "hard",
  limits: {},
  facts: { inPart: yesOrNo, said: yesOrNo },
  holds: ({ inPart, said }) => inPart || !said,
  because: () =>
    "What is left to learn (topUp) and its minutes (topUpMinutes) are only for what counts in part. Leave both out, or " +
    "let it count in part",
  example: { facts: { inPart: false, said: true } }
})
