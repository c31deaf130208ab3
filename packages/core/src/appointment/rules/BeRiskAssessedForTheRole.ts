import { aCode, aDate, orNone, yesOrNo } from "../../language/Kind.ts"
import { sayUndecided } from "../../language/LimitWords.ts"
import { date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** The outcome itself is personal; the rule sees whether it was passed and how long it is good. */
export const BeRiskAssessedForTheRole = rule({
  id: "APPOINTMENT-3",
  name: "BeRiskAssessedForTheRole",
  says: "The risk of this person in this role and on this unit has been assessed, and the assessment is in date",
  source: { title: "HMPPS workplace risk assessment before allocation", at: "INV-02, activities-management-api" },
  strength: "hard",
  note:
    "The assessment is good until the day it names, and no longer than the scheme lets an assessment stand. One that " +
    "names no unit is of the one on which the worker was then, or of the first that they are given",
  limits: {},
  restsOn: ["riskAssessmentMonths"],
  facts: { asked: yesOrNo, passed: yesOrNo, validUntil: orNone(aDate), on: aDate, unit: orNone(aCode("B_WING")) },
  holds: ({ asked, on, passed, validUntil }) => !asked || (passed && validUntil !== null && validUntil >= on),
  because: ({ passed, unit, validUntil }) => {
    const where = unit === null ? "" : ` on ${unit}`
    if (!passed) return `No risk assessment says that the person is suitable${where}. Record one first`
    return validUntil === null
      ? `${sayUndecided(["riskAssessmentMonths"])}, from the day of the assessment or before`
      : `The risk assessment${unit === null ? "" : ` for ${unit}`} was good until ${
        say(validUntil)
      }. Record a new one first`
  },
  example: {
    facts: { asked: true, passed: true, validUntil: date("2016-03-31"), on: date("2016-04-01"), unit: "B_WING" }
  }
})
