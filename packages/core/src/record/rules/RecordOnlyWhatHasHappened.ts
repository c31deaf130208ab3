import { aDate } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged of every command that says when something happened; what lies ahead is planned by commands of its own. */
export const RecordOnlyWhatHasHappened = rule({
  id: "RECORD-1",
  name: "RecordOnlyWhatHasHappened",
  says: "What is said to have happened is recorded on that day or later",
  source: ourChoice("A clock that is wrong on one terminal must not put events into the future"),
  strength: "hard",
  limits: {},
  facts: { latest: aDate, today: aDate },
  holds: ({ latest, today }) => latest <= today,
  because: ({ latest }) => `This has not happened yet. Record it on or after ${say(latest)}`,
  earliest: ({ latest }) => latest,
  example: { facts: { latest: date("2016-04-05"), today: date("2016-04-04") } }
})
