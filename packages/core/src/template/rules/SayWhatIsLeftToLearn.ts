import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** The pilot added the care of people with dementia to a session of the same name: the title decides nothing. */
export const SayWhatIsLeftToLearn = rule({
  id: "TEMPLATE-2",
  name: "SayWhatIsLeftToLearn",
  says: "Where a session counts in part, it is said how much is left to learn",
  source: { title: "Peer social support training pilot", at: "S3:408-414" },
  strength: "hard",
  note: "A decision on the equivalence of two sessions also says what is left to learn",
  limits: {},
  facts: { inPart: yesOrNo, said: yesOrNo },
  holds: ({ inPart, said }) => !inPart || said,
  because: () => "Say what is left to learn, and how many minutes it takes",
  example: { facts: { inPart: true, said: false } }
})
