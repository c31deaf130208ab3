import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** It says nothing of why, nor how far apart: whoever needs to know that may look it up. */
export const KeepApartWhoMustBeApart = rule({
  id: "SHADOW-7",
  name: "KeepApartWhoMustBeApart",
  says: "A new worker shadows nobody from whom they are to be kept apart",
  source: {
    title: "HMPPS non-associations-api, open ones only, in either order, as far as the level reaches",
    at: "INV-114"
  },
  strength: "hard",
  note:
    "Two who shadow work side by side on the landings of a wing. A non-association that keeps two people out of one " +
    "cell only does not reach so far",
  limits: {},
  facts: { apart: yesOrNo },
  holds: ({ apart }) => !apart,
  because: () => "The two are not to be brought together on that day. Choose another mentor",
  example: { facts: { apart: true } }
})
