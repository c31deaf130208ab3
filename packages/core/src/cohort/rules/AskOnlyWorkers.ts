import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Who was in role before the scheme is a worker like everybody else; so is somebody who is suspended for a time. */
export const AskOnlyWorkers = rule({
  id: "COHORT-10",
  name: "AskOnlyWorkers",
  says: "Whoever is consulted on a training or helps in it is in a peer role at the establishment on that day",
  source: { title: "Peer social support training pilot", at: "S3:343-347" },
  strength: "hard",
  limits: {},
  facts: { allInRole: yesOrNo },
  holds: ({ allInRole }) => allInRole,
  because: () => "Somebody was named who is in no peer role here on that day. Name only workers who are",
  example: { facts: { allInRole: false } }
})
