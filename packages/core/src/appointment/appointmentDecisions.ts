/**
 * Every decision of the life of an appointment, in the order a life goes through them.
 */
import { read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { identityOf } from "../person/Identity.ts"
import type { Person } from "../person/Person.ts"
import { whileTheyLive } from "../person/whileTheyLive.ts"
import { activateAppointment, regulariseLegacyWorker } from "./Activation.ts"
import { Appointment } from "./Appointment.ts"
import {
  correctAppointmentEnd,
  correctAppointmentStart,
  endAppointment,
  planAppointmentEnd,
  reopenAppointment,
  strikeOutAppointmentEntry,
  voidAppointment
} from "./AppointmentEnd.ts"
import { applyForAppointment, proposeAppointment, registerLegacyWorker } from "./AppointmentEntry.ts"
import { bindAppointmentToUnit } from "./BindingToUnit.ts"
import { considerEligibility } from "./Eligible.ts"
import { checkLegalStatus } from "./LegalStatusCheck.ts"
import {
  acknowledgeJobDescription,
  recordAppointmentTraining,
  recordRiskAssessment,
  recordSecurityClearance
} from "./Preparation.ts"
import { recordRefresher } from "./Refresher.ts"
import { beginAppointmentSelection, declineAppointment, selectForAppointment } from "./Selection.ts"
import { declareSelectionInterest, recordSelectionAdvice } from "./SelectionAdvice.ts"
import { holderOf } from "./Standing.ts"
import {
  cancelAppointmentSuspension,
  changeAppointmentSupervisor,
  liftAppointmentRestriction,
  reinstateAppointment,
  restrictAppointment,
  suspendAppointment
} from "./Suspension.ts"
import { recordTaskTakenOver, refuseTask } from "./TaskRefusal.ts"
import { correctAppointmentPerson, endDuplicateAppointment } from "./WhoseAppointment.ts"

/** What can still be recorded of somebody who has died: ends and corrections. */
const afterDeath = [
  declineAppointment,
  cancelAppointmentSuspension,
  recordTaskTakenOver,
  endAppointment,
  voidAppointment,
  strikeOutAppointmentEntry,
  correctAppointmentPerson,
  correctAppointmentStart,
  correctAppointmentEnd,
  endDuplicateAppointment
]

/** Whose appointment it is, or will be. */
function* worker(input: Readonly<Record<string, unknown>>): Reading<ReadonlyArray<Person>> {
  const { appointment, person } = input
  const whose = typeof person === "string"
    ? yield* identityOf(person)
    : yield* holderOf(yield* read(Appointment, String(appointment)))
  return [whose.person]
}

const all = [
  proposeAppointment,
  applyForAppointment,
  registerLegacyWorker,
  beginAppointmentSelection,
  recordRiskAssessment,
  recordSecurityClearance,
  acknowledgeJobDescription,
  bindAppointmentToUnit,
  checkLegalStatus,
  considerEligibility,
  declareSelectionInterest,
  recordSelectionAdvice,
  selectForAppointment,
  declineAppointment,
  recordAppointmentTraining,
  activateAppointment,
  regulariseLegacyWorker,
  suspendAppointment,
  cancelAppointmentSuspension,
  reinstateAppointment,
  restrictAppointment,
  liftAppointmentRestriction,
  changeAppointmentSupervisor,
  refuseTask,
  recordTaskTakenOver,
  planAppointmentEnd,
  endAppointment,
  voidAppointment,
  strikeOutAppointmentEntry,
  correctAppointmentPerson,
  correctAppointmentStart,
  correctAppointmentEnd,
  reopenAppointment,
  endDuplicateAppointment,
  recordRefresher
]

export const appointmentDecisions = all.map((decides) =>
  afterDeath.includes(decides) ? decides : whileTheyLive(decides, worker)
)
