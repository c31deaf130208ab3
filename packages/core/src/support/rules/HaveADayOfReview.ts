import { aDate } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** A review that is due does not end the support: it waits until somebody looks. */
export const HaveADayOfReview = rule({
  id: "SUPPORT-1",
  name: "HaveADayOfReview",
  says: "Whenever support is opened, reviewed or reopened, a later day is named on which it is reviewed next",
  source: { title: "Peer support in prison: support lasts as long as it is needed", at: "INV-16" },
  strength: "hard",
  limits: {},
  facts: { on: aDate, reviewOn: aDate },
  holds: ({ on, reviewOn }) => reviewOn > on,
  because: ({ on }) => `A review on the day itself is none. Name a day after ${say(on)}`,
  example: { facts: { on: date("2016-03-30"), reviewOn: date("2016-03-30") } }
})
