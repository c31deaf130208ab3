import { aDate, orNone } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** Judged when a session is scheduled. Where nothing is due yet, any day will do. */
export const MeetBeforeItIsDue = rule({
  id: "SUPERVISION-3",
  name: "MeetBeforeItIsDue",
  says: "A supervision is scheduled no later than it is due, or a reason is recorded",
  source: { title: "Peer social support training pilot", at: "S3:684-692, INV-54: the scheme decides how often" },
  strength: "soft",
  limits: {},
  restsOn: ["supervisionEveryDays"],
  facts: { meetsOn: aDate, dueOn: orNone(aDate) },
  holds: ({ dueOn, meetsOn }) => dueOn === null || meetsOn <= dueOn,
  because: ({ dueOn }) =>
    dueOn === null
      ? "Nothing is due"
      : `Supervision is due on ${say(dueOn)}. Schedule it by then, or record why it is later`,
  example: { facts: { meetsOn: date("2016-06-01"), dueOn: date("2016-05-09") } }
})
