import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Whoever waits for their pay to be published does not wait for their work: so it is shown, and refuses nothing. */
export const NameAPublishedBand = rule({
  id: "SCHEME-12",
  name: "NameAPublishedBand",
  says: "The pay band of a worker is one that is published",
  source: {
    title: "House of Commons Education and Skills Committee, memorandum on pay for prisoners' work",
    at: "PAY2, INV-11"
  },
  strength: "alert",
  limits: {},
  facts: { named: yesOrNo, published: yesOrNo },
  holds: ({ named, published }) => !named || published,
  because: () => "That pay band is not published in the scheme. Publish it, or put the band right",
  example: { facts: { named: true, published: false } }
})
