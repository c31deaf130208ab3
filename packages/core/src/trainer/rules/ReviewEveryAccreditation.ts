import { aDate } from "../../language/Kind.ts"
import { addMonths, date, say } from "../../language/LocalDate.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** An accreditation without an end would outlive what somebody can still do. */
export const ReviewEveryAccreditation = rule({
  id: "TRAINER-4",
  name: "ReviewEveryAccreditation",
  says: "Every accreditation has a day on which it is reviewed, no later than the scheme lets one stand",
  source: ourChoice("INV-59; a training that is handed on thins out (S3:577-579), and no document says how fast"),
  strength: "hard",
  limits: { months: null },
  setBy: { months: "accreditationMonths" },
  facts: { on: aDate, reviewOn: aDate },
  holds: ({ on, reviewOn }, { months }) => on < reviewOn && reviewOn <= addMonths(on, months),
  because: ({ on }, { months }) => `The review is after ${say(on)} and no later than ${say(addMonths(on, months))}`,
  example: { facts: { on: date("2016-05-30"), reviewOn: date("2017-05-31") }, limits: { months: 12 } }
})
