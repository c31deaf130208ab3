import { sayAmount } from "../../language/Amount.ts"
import { aCount, yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const CorrectLateWithAuthority = rule({
  id: "TRAINING-9",
  name: "CorrectLateWithAuthority",
  says: "Attendance is corrected within the days that the scheme allows, or by a coordinator or safeguarding",
  source: ourChoice("The longer ago it was, the more it takes to change it; HMPPS services close it after some days"),
  strength: "hard",
  limits: { days: null },
  setBy: { days: "lateRecordingDays" },
  facts: { daysLate: aCount(), mayCorrectLate: yesOrNo },
  holds: ({ daysLate, mayCorrectLate }, { days }) => mayCorrectLate || daysLate <= days,
  because: ({ daysLate }, { days }) =>
    `The session lies ${
      sayAmount(daysLate, "day")
    } back and the scheme allows ${days}. Ask a coordinator or safeguarding to correct it`,
  example: { facts: { daysLate: 8, mayCorrectLate: false }, limits: { days: 7 } }
})
