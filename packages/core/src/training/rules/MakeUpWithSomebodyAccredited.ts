import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** It happened, and is recorded; TRAINING-3 says the same to whoever decides on the completion. */
export const MakeUpWithSomebodyAccredited = rule({
  id: "TRAINING-15",
  name: "MakeUpWithSomebodyAccredited",
  says: "What was missed counts as made up only with somebody who was accredited for the session on that day",
  source: { title: "Peer social support training pilot", at: "S3:441-464, INV-41" },
  strength: "alert",
  limits: {},
  facts: { accredited: yesOrNo },
  holds: ({ accredited }) => accredited,
  because: () => "Nobody accredited taught or supervised it, so these minutes do not count. Have them made up again",
  example: { facts: { accredited: false } }
})
