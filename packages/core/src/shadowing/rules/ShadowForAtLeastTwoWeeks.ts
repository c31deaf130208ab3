import { sayAmount } from "../../language/Amount.ts"
import { aCount, aDate, oneOf, orNone } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

const days = (count: number): string => sayAmount(count, "more day is", "more days are")

/** What comes first while no date will do. */
const first = {
  Paused: "Resume it first",
  MentorNotEligible: "Find an eligible mentor first",
  WorkerNotThere: "The new worker must be there and able to work first"
}

/** Two weeks are 14 whole local days that count; see `countedDays` for what counts. */
export const ShadowForAtLeastTwoWeeks = rule({
  id: "SHADOW-1",
  name: "ShadowForAtLeastTwoWeeks",
  says: "A new worker must shadow an experienced one for at least two weeks",
  source: { title: "Peer social support training pilot", at: "S3:699-701" },
  strength: "hard",
  note: "Days are whole local calendar days before the day of sign-off, and the day of the start. Days on which the " +
    "shadowing is paused, or the mentor or the worker may not work, do not count and are added at the end. Days that " +
    "were shadowed before a transfer count where staff decided that they do",
  limits: { days: 14 },
  setBy: { days: "shadowingDays" },
  facts: { counted: aCount(), earliest: orNone(aDate), waitsFor: orNone(oneOf(first)) },
  holds: ({ counted }, { days }) => counted >= days,
  because: ({ counted, earliest, waitsFor }, { days: least }) => {
    if (earliest !== null) return `Shadowing lasts at least ${least} days. Sign it off on or after ${say(earliest)}`
    const comes = waitsFor === null ? `Shadowing lasts at least ${least} days` : first[waitsFor]
    return `${comes}; ${days(least - counted)} needed`
  },
  earliest: ({ earliest }) => earliest,
  example: { facts: { counted: 13, earliest: date("2016-04-04"), waitsFor: null } }
})
