import { aDate } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged where one thing can only follow another: a resumption its pause, an end its beginning. */
export const KeepTheOrderOfEvents = rule({
  id: "RECORD-2",
  name: "KeepTheOrderOfEvents",
  says: "What follows from something is not dated before it",
  source: ourChoice("A period that ends before it begins counts for nothing and hides a slip of the pen"),
  strength: "hard",
  limits: {},
  facts: { on: aDate, notBefore: aDate },
  holds: ({ notBefore, on }) => on >= notBefore,
  because: ({ notBefore }) => `The date is too early. It can be ${say(notBefore)} or later`,
  earliest: ({ notBefore }) => notBefore,
  example: { facts: { on: date("2016-03-20"), notBefore: date("2016-03-21") } }
})
