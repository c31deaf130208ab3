import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged of the supervisor's own part. The shared part may be written down by whoever records the session. */
export const WriteOnlyYourOwnNote = rule({
  id: "SUPERVISION-7",
  name: "WriteOnlyYourOwnNote",
  says: "A note for the supervisor alone is written by that supervisor",
  source: ourChoice("A note that somebody else has typed is not for the supervisor alone"),
  strength: "hard",
  limits: {},
  facts: { writesOwn: yesOrNo, isSupervisor: yesOrNo },
  holds: ({ isSupervisor, writesOwn }) => !writesOwn || isSupervisor,
  because: () => "Leave the supervisor's own note empty. The supervisor can add it",
  example: { facts: { writesOwn: true, isSupervisor: false } }
})
