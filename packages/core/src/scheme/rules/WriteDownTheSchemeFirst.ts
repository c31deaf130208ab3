import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged when a scheme starts or resumes. */
export const WriteDownTheSchemeFirst = rule({
  id: "SCHEME-3",
  name: "WriteDownTheSchemeFirst",
  says: "A scheme runs only after its purpose, the need it meets, how long it lasts, and how it is monitored and " +
    "evaluated are written down",
  source: { title: "GOV.UK, Peer support in prison (gov.uk/guidance/peer-support-in-prison)", at: "INV-15" },
  strength: "hard",
  limits: {},
  facts: { written: yesOrNo },
  holds: ({ written }) => written,
  because: () => "Nothing was written down by that day. Write down the scheme first",
  example: { facts: { written: false } }
})
