import { aDate } from "../../language/Kind.ts"
import { addDays, date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

export const ArrangeSupervisionFirst = rule({
  id: "APPOINTMENT-11",
  name: "ArrangeSupervisionFirst",
  says: "The first supervision of a worker has a day, which is no later than the scheme lets it be after they begin",
  source: { title: "Peer social support training pilot", at: "S3:684-692: the scheme decides how often" },
  strength: "hard",
  limits: { days: null },
  setBy: { days: "supervisionEveryDays" },
  facts: { from: aDate, firstOn: aDate },
  holds: ({ firstOn, from }, { days }) => firstOn >= from && firstOn <= addDays(from, days),
  because: ({ from }, { days }) => `Set the first supervision between ${say(from)} and ${say(addDays(from, days))}`,
  example: { facts: { from: date("2016-04-27"), firstOn: date("2016-06-01") }, limits: { days: 28 } }
})
