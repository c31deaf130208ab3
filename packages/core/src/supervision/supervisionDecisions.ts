/**
 * Every decision of the life of a supervision, in the order a life goes through them.
 */
import { holdSupervision } from "./HoldingSupervision.ts"
import { arrangeSupervision, changeSupervisor, endSupervision } from "./Supervising.ts"
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

export const supervisionDecisions = [
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
