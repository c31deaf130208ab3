import { sayAmount, sayMinutes } from "../../language/Amount.ts"
import { open } from "../../language/Field.ts"
import { aCount, idOf, oneOf } from "../../language/Kind.ts"
import { rowsOf } from "../../language/Rows.ts"
import { ourChoice, rule } from "../../language/Rule.ts"
import { outcomeWords } from "../outcomeWords.ts"
import { aSession, sessionTitles } from "../SessionCatalogue.ts"

const anOutcome = oneOf(outcomeWords)
const minutes = aCount(0, 600)

/** Of each trainee whose attendance is recorded otherwise: what stands, and what was sent. */
const bothOf = rowsOf({
  trainee: open(idOf("training"), "Trainee"),
  stands: open(anOutcome, "Stands"),
  standsMinutes: open(minutes, "Minutes that stand"),
  sent: open(anOutcome, "Sent"),
  sentMinutes: open(minutes, "Minutes sent")
})

/** Who records second is told both, so that the two can talk about it; a correction says which was right. */
export const OverwriteNoAttendance = rule({
  id: "TRAINING-13",
  name: "OverwriteNoAttendance",
  says: "Attendance that stands is not overwritten by another; what was wrong is corrected, with a reason",
  source: ourChoice("Of two who write down the same session the second must not undo the first unseen"),
  strength: "hard",
  limits: {},
  note: "Who is sent again as they stand is left as they are: only those who were sent otherwise are in the way",
  facts: { session: aSession, attendance: bothOf },
  holds: ({ attendance }) => attendance.length === 0,
  because: ({ attendance, session }) => {
    const both = attendance.map(({ sent, sentMinutes, stands, standsMinutes }) =>
      `${outcomeWords[stands]} (${sayMinutes(standsMinutes)}) stands, ${outcomeWords[sent]} (${
        sayMinutes(sentMinutes)
      }) was sent`
    )
    return `${sessionTitles[session]} is recorded otherwise for ${sayAmount(attendance.length, "trainee")}. ${
      both.join("; ")
    }. Leave them out, or correct their attendance`
  },
  example: {
    facts: {
      session: "LOSS",
      attendance: [{
        trainee: "00000000-0000-4000-9000-000000000057",
        stands: "ATTENDED",
        standsMinutes: 60,
        sent: "LATE",
        sentMinutes: 40
      }]
    }
  }
})
