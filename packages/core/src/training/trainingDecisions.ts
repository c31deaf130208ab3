/**
 * Every decision of the life of a training record, in the order a life goes through them. The attendance of a whole
 * session is decided in the life of the cohort.
 */
import { correctAttendance, recordSessionMakeUp } from "./Attendance.ts"
import {
  decideTrainingCompletion,
  issueTrainingCertificate,
  revokeTrainingCompletion,
  upholdTrainingCompletion,
  withholdTrainingCompletion
} from "./CompletionDecisions.ts"
import { creditEarlierTraining, creditTrainingSession, voidTrainingEntry } from "./Credits.ts"
import {
  closeTrainingIncomplete,
  enrolTrainee,
  openTrainingRecord,
  reopenTraining,
  voidTraining,
  withdrawTrainee
} from "./Enrolment.ts"

export const trainingDecisions = [
  enrolTrainee,
  openTrainingRecord,
  correctAttendance,
  recordSessionMakeUp,
  creditEarlierTraining,
  creditTrainingSession,
  voidTrainingEntry,
  decideTrainingCompletion,
  withholdTrainingCompletion,
  upholdTrainingCompletion,
  revokeTrainingCompletion,
  issueTrainingCertificate,
  closeTrainingIncomplete,
  withdrawTrainee,
  reopenTraining,
  voidTraining
]
