import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** The pilot added the care of people with dementia to a session of the same name: the title decides nothing. */
export const SayWhatIsLeftToLearn = rule({
  id: "TEMPLATE-2",
  name: "SayWhatIsLeftToLearn",
  says: "A session that counts in part says what is left to learn and how long that takes",
  source: { title: "Peer social support training pilot", at: "S3:408-414" },
  strength: "hard",
  limits: {},
  facts: { inPart: yesOrNo, said: yesOrNo },
  holds: ({ inPart, said }) => !inPart || said,
  because: () => "Say what is left to learn, and how many minutes it takes",
  example: { facts: { inPart: true, said: false } }
})
