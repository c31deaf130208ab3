import { aDate, orNone } from "../../language/Kind.ts"
import { addMonths, date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** Where no bands are published there is nothing to look at; that a band is none of them another rule says. */
export const ReviewPayEveryYear = rule({
  id: "SCHEME-11",
  name: "ReviewPayEveryYear",
  says: "What workers are paid is looked at again every year",
  source: {
    title: "House of Commons Education and Skills Committee, memorandum on pay for prisoners' work",
    at: "PAY2, INV-11"
  },
  strength: "alert",
  note:
    "A year is twelve months from the day on which the bands were published or last looked at; the same day of the " +
    "next year is still in time",
  limits: { months: 12 },
  facts: { reviewedOn: orNone(aDate), on: aDate },
  holds: ({ on, reviewedOn }, { months }) => reviewedOn === null || on <= addMonths(reviewedOn, months),
  because: ({ on, reviewedOn }, { months }) =>
    `The pay bands were to be looked at by ${say(addMonths(reviewedOn ?? on, months))}. Review them, and record that`,
  example: { facts: { reviewedOn: date("2014-02-27"), on: date("2015-02-28") } }
})
