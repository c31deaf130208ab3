import { instant } from "../../language/Instant.ts"
import { anInstant } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"
import { sayInstant } from "../../language/WallTime.ts"

/** Judged of every command that says at which time something happened. */
export const RecordNothingAheadOfTheClock = rule({
  id: "RECORD-3",
  name: "RecordNothingAheadOfTheClock",
  says: "What is said to have happened at a time is recorded at that time or later",
  source: ourChoice("A clock that is wrong on one terminal must not put a deadline into the future"),
  strength: "hard",
  limits: {},
  facts: { latest: anInstant, now: anInstant },
  holds: ({ latest, now }) => latest <= now,
  because: ({ latest, now }) =>
    `This has not happened yet: it is ${sayInstant(now)}. Record it at ${sayInstant(latest)} or later`,
  example: { facts: { latest: instant("2016-04-03T20:41:00.000Z"), now: instant("2016-04-03T20:40:00.000Z") } }
})
