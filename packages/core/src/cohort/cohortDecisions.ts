/**
 * Every decision of the life of a cohort, in the order a life goes through them.
 */
import type { Reading } from "../language/Decision.ts"
import { identityOf } from "../person/Identity.ts"
import type { Person } from "../person/Person.ts"
import { whileTheyLive } from "../person/whileTheyLive.ts"
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
import { correctSessionObservers } from "./SessionObservers.ts"

/** Who asks for a place. */
function* asking({ person }: Readonly<Record<string, unknown>>): Reading<ReadonlyArray<Person>> {
  return [(yield* identityOf(String(person))).person]
}

export const cohortDecisions = [
  planCohort,
  holdCohortConsultation,
  approveCohort,
  openCohortEnrolment,
  whileTheyLive(askForCohortPlace, asking),
  giveUpCohortPlace,
  scheduleTrainingSession,
  rescheduleTrainingSession,
  startCohort,
  deliverTrainingSession,
  recordSessionAttendance,
  recordSessionInterruption,
  voidSessionInterruption,
  correctTrainingSession,
  correctSessionObservers,
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
