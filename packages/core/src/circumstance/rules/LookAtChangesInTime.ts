import { aDate } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"
import { addWorkingDays } from "../../language/WorkingDays.ts"

/** Whoever looks late still looks; that it was late is told. */
export const LookAtChangesInTime = rule({
  id: "CIRCUMSTANCE-1",
  name: "LookAtChangesInTime",
  says: "Somebody looks at every change of a worker's circumstances in time",
  source: { title: "HMPPS activities-management-api, events of interest are acknowledged", at: "INV-118" },
  strength: "alert",
  note:
    "Counted in working days from the day on which the change was recorded. The scheme decides how many; of several, " +
    "the shortest holds",
  limits: { workingDays: null },
  setBy: { workingDays: "acknowledgeChangeWorkingDays" },
  facts: { recordedOn: aDate, on: aDate },
  holds: ({ on, recordedOn }, { workingDays }) => on <= addWorkingDays(recordedOn, workingDays),
  because: ({ recordedOn }, { workingDays }) =>
    `It was to be looked at by ${
      say(addWorkingDays(recordedOn, workingDays))
    }. Say to whoever relies on it that it was late`,
  example: { facts: { recordedOn: date("2016-03-24"), on: date("2016-03-30") }, limits: { workingDays: 1 } }
})
