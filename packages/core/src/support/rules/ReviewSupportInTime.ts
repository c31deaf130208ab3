import { sayAmount } from "../../language/Amount.ts"
import { aDate } from "../../language/Kind.ts"
import { addDays, date, say } from "../../language/LocalDate.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged of every day of review that is named: when support is opened, reviewed and reopened. */
export const ReviewSupportInTime = rule({
  id: "SUPPORT-2",
  name: "ReviewSupportInTime",
  says: "The support of a worker is looked at again within the time that the scheme decides, or a reason is recorded",
  source: ourChoice("INV-16 asks for a day of review and gives no number: a day that is years away is none"),
  strength: "soft",
  note: "Of several schemes for which the person works or worked, the shortest time holds",
  limits: { days: null },
  setBy: { days: "supportReviewDays" },
  meanwhile: "Until then, record why that day will do",
  facts: { on: aDate, reviewOn: aDate },
  holds: ({ on, reviewOn }, { days }) => reviewOn <= addDays(on, days),
  because: ({ on }, { days }) =>
    `Support is looked at again within ${sayAmount(days, "day")}. Name a day up to ${say(addDays(on, days))}, or ` +
    "record why it is later",
  example: { facts: { on: date("2016-03-30"), reviewOn: date("2099-03-30") }, limits: { days: 28 } }
})
