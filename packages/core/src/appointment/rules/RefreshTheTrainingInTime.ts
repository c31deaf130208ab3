import { aDate, orNone } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** Until when a training is good, and how long its refresher is waited for, the scheme decides. */
export const RefreshTheTrainingInTime = rule({
  id: "APPOINTMENT-13",
  name: "RefreshTheTrainingInTime",
  says: "The training is refreshed before it runs out, or within the grace that the scheme allows",
  source: { title: "Peer social support training pilot", at: "S3:678-680, which gives no interval; INV-50" },
  strength: "hard",
  note: "Whoever is not trained yet is not asked. In grace nothing is lost, and its last day is told beside it",
  limits: {},
  restsOn: ["refresherEveryMonths", "refresherEarlyDays", "refresherMonth", "refresherGraceDays"],
  facts: { lapsesOn: orNone(aDate), on: aDate },
  holds: ({ lapsesOn, on }) => lapsesOn === null || on < lapsesOn,
  because: ({ lapsesOn, on }) => `The training lapsed on ${say(lapsesOn ?? on)}. Record a refresher first`,
  example: { facts: { lapsesOn: date("2017-03-28"), on: date("2017-03-28") } }
})
