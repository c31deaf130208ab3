/**
 * Every decision of the life of a supervision, in the order a life goes through them.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { holderOf } from "../appointment/Standing.ts"
import { read } from "../language/Decision.ts"
import type { Decides, Reading } from "../language/Decision.ts"
import type { Person } from "../person/Person.ts"
import { whileTheyLive } from "../person/whileTheyLive.ts"
import { holdSupervision } from "./HoldingSupervision.ts"
import { arrangeSupervision, changeSupervisor, endSupervision } from "./Supervising.ts"
import { Supervision } from "./Supervision.ts"
import {
  correctSupervisionDate,
  reopenSupervision,
  strikeOutSupervisionEntry,
  voidSupervision
} from "./SupervisionCorrections.ts"
import { addToSupervisionNote, rewriteSupervisionNote } from "./SupervisionNotes.ts"
import {
  cancelSupervision,
  recordSupervisionNonAttendance,
  rescheduleSupervision,
  scheduleSupervision
} from "./SupervisionSessions.ts"

/** What begins or leads on; after a death a session of before is still written down, and the rest ends or is put right. */
const whileTheySurvive: ReadonlyArray<Decides> = [
  arrangeSupervision,
  scheduleSupervision,
  rescheduleSupervision,
  changeSupervisor,
  reopenSupervision
]

/** Whose supervision it is, or would be. */
function* worker(input: Readonly<Record<string, unknown>>): Reading<ReadonlyArray<Person>> {
  const { appointment } = yield* read(Supervision, String(input["supervision"]))
  const whose = yield* holderOf(
    yield* read(Appointment, appointment === "" ? String(input["appointment"]) : appointment)
  )
  return [whose.person]
}

const all: ReadonlyArray<Decides> = [
  arrangeSupervision,
  scheduleSupervision,
  rescheduleSupervision,
  cancelSupervision,
  holdSupervision,
  recordSupervisionNonAttendance,
  rewriteSupervisionNote,
  addToSupervisionNote,
  changeSupervisor,
  endSupervision,
  correctSupervisionDate,
  strikeOutSupervisionEntry,
  voidSupervision,
  reopenSupervision
]

export const supervisionDecisions = all.map((decides) =>
  whileTheySurvive.includes(decides) ? whileTheyLive(decides, worker) : decides
)
