import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Asked besides COHORT-8: two who agree are two who did not teach it. */
export const AgreeOnNothingYouTaught = rule({
  id: "COHORT-11",
  name: "AgreeOnNothingYouTaught",
  says: "Nobody decides or agrees that a session counts which they taught or supervised themselves",
  source: ourChoice("Whether a session counts must not hang on the word of whoever delivered it"),
  strength: "hard",
  limits: {},
  facts: { theirOwn: yesOrNo },
  holds: ({ theirOwn }) => !theirOwn,
  because: () => "Whoever decides or agrees taught or supervised the session. Two others have to decide it",
  example: { facts: { theirOwn: true } }
})
