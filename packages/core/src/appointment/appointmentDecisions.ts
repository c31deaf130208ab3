/**
 * Every decision of the life of an appointment, in the order a life goes through them.
 */
import { activateAppointment, regulariseLegacyWorker } from "./Activation.ts"
import {
  correctAppointmentEnd,
  correctAppointmentPerson,
  correctAppointmentStart,
  endAppointment,
  planAppointmentEnd,
  reopenAppointment,
  strikeOutAppointmentEntry,
  voidAppointment
} from "./AppointmentEnd.ts"
import { applyForAppointment, proposeAppointment, registerLegacyWorker } from "./AppointmentEntry.ts"
import {
  acknowledgeJobDescription,
  recordAppointmentTraining,
  recordRiskAssessment,
  recordSecurityClearance
} from "./Preparation.ts"
import { recordRefresher } from "./Refresher.ts"
import { beginAppointmentSelection, declineAppointment, selectForAppointment } from "./Selection.ts"
import {
  cancelAppointmentSuspension,
  changeAppointmentSupervisor,
  liftAppointmentRestriction,
  reinstateAppointment,
  restrictAppointment,
  suspendAppointment
} from "./Suspension.ts"

export const appointmentDecisions = [
  proposeAppointment,
  applyForAppointment,
  registerLegacyWorker,
  beginAppointmentSelection,
  recordRiskAssessment,
  recordSecurityClearance,
  acknowledgeJobDescription,
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
  planAppointmentEnd,
  endAppointment,
  voidAppointment,
  strikeOutAppointmentEntry,
  correctAppointmentPerson,
  correctAppointmentStart,
  correctAppointmentEnd,
  reopenAppointment,
  recordRefresher
]
