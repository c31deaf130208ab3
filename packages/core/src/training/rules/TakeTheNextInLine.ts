import { sayAmount } from "../../language/Amount.ts"
import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const TakeTheNextInLine = rule({
  id: "TRAINING-6",
  name: "TakeTheNextInLine",
  says: "Places are given in the order in which people asked, unless a reason is given",
  source: { title: "Peer social support training pilot", at: "S3:283-285" },
  strength: "soft",
  limits: {},
  facts: { before: aCount() },
  holds: ({ before }) => before === 0,
  because: ({ before }) =>
    `${sayAmount(before, "person has", "people have")} waited longer. Enrol them first, or give a reason`,
  example: { facts: { before: 1 } }
})
