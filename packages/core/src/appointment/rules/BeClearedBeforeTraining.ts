import { aDate, orNone, yesOrNo } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** Asked where the role profile asks for clearance; of several trainings one that began after the clearance will do. */
export const BeClearedBeforeTraining = rule({
  id: "APPOINTMENT-22",
  name: "BeClearedBeforeTraining",
  says: "Where the role asks for it, security has cleared the person before the training begins",
  source: { title: "Samaritans Listener scheme at Dartmoor: clearance comes first", at: "INV-03, SAM2, SAM5" },
  strength: "hard",
  note: "Of a training that was recorded as complete only, the day on which that was decided is taken as its beginning",
  limits: {},
  facts: { asked: yesOrNo, began: orNone(aDate), cleared: yesOrNo },
  holds: ({ asked, began, cleared }) => !asked || began === null || cleared,
  because: ({ began }) =>
    `On ${began === null ? "that day" : say(began)}, when the training began, security had not cleared the person. ` +
    "Record the clearance first, and let the training begin on its day or after it",
  example: { facts: { asked: true, began: date("2016-04-20"), cleared: false } }
})
