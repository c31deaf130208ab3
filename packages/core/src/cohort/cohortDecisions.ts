/**
 * Every decision of the life of a cohort, in the order a life goes through them.
 */
import { recordSessionAttendance } from "../training/Attendance.ts"
import { closeCohort, finishCohortDelivery, pauseCohort, recordCohortReflection, resumeCohort } from "./CohortEnd.ts"
import { askForCohortPlace, giveUpCohortPlace, openCohortEnrolment } from "./CohortPlaces.ts"
import {
  approveCohort,
  cancelCohort,
  holdCohortConsultation,
  planCohort,
  startCohort,
  takeBackCohortStep
} from "./CohortPlan.ts"
import {
  deliverTrainingSession,
  rescheduleTrainingSession,
  scheduleTrainingSession,
  writeOffTrainingSession
} from "./CohortSessions.ts"
import { moveCohortToTemplate, voidCohortMove } from "./CohortTemplate.ts"
import {
  acceptTrainingSession,
  correctTrainingSession,
  recordSessionInterruption,
  voidSessionInterruption,
  voidTrainingSession
} from "./SessionFindings.ts"

export const cohortDecisions = [
  planCohort,
  holdCohortConsultation,
  approveCohort,
  openCohortEnrolment,
  askForCohortPlace,
  giveUpCohortPlace,
  scheduleTrainingSession,
  rescheduleTrainingSession,
  startCohort,
  deliverTrainingSession,
  recordSessionAttendance,
  recordSessionInterruption,
  voidSessionInterruption,
  correctTrainingSession,
  voidTrainingSession,
  acceptTrainingSession,
  writeOffTrainingSession,
  moveCohortToTemplate,
  voidCohortMove,
  pauseCohort,
  resumeCohort,
  finishCohortDelivery,
  recordCohortReflection,
  closeCohort,
  cancelCohort,
  takeBackCohortStep
]
