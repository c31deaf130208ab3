import { sayAmount } from "../../language/Amount.ts"
import { aCount } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const RecordAttendanceInTime = rule({
  id: "TRAINING-8",
  name: "RecordAttendanceInTime",
  says: "Attendance is recorded within the days that the scheme allows, or with a reason",
  source: ourChoice("What is written down long afterwards is a memory; somebody must say why it can be trusted"),
  strength: "soft",
  limits: { days: null },
  setBy: { days: "lateRecordingDays" },
  facts: { daysLate: aCount() },
  holds: ({ daysLate }, { days }) => daysLate <= days,
  because: ({ daysLate }, { days }) =>
    `The session lies ${
      sayAmount(daysLate, "day")
    } back and the scheme allows ${days}. Give a reason why it is recorded late`,
  example: { facts: { daysLate: 8 }, limits: { days: 7 } }
})
