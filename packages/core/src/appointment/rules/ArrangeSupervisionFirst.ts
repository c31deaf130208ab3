import { aDate } from "../../language/Kind.ts"
import { addDays, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

export const ArrangeSupervisionFirst = rule({
  id: "APPOINTMENT-11",
  name: "ArrangeSupervisionFirst",
  says: "A worker begins with a named supervisor and a date for the first supervision",
  source: { title: "Peer social support training pilot", at: "S3:684-692: the scheme decides how often" },
  strength: "hard",
  limits: { days: null },
  facts: { from: aDate, firstOn: aDate },
  holds: ({ firstOn, from }, { days }) => firstOn >= from && firstOn <= addDays(from, days),
  because: ({ from }, { days }) => `Set the first supervision between ${say(from)} and ${say(addDays(from, days))}`
})
