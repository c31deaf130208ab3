/**
 * What an embedder uses of appointments: their commands, the view, and what is derived for a day.
 */
export { ActivateAppointment, RegulariseLegacyWorker } from "./Activation.ts"
export { Appointment } from "./Appointment.ts"
export {
  CorrectAppointmentEnd,
  CorrectAppointmentStart,
  EndAppointment,
  PlanAppointmentEnd,
  ReopenAppointment,
  StrikeOutAppointmentEntry,
  VoidAppointment
} from "./AppointmentEnd.ts"
export { appointmentEntries } from "./AppointmentEntries.ts"
export { ApplyForAppointment, ProposeAppointment, RegisterLegacyWorker } from "./AppointmentEntry.ts"
export type {
  Assessment,
  Restriction,
  RiskAssessment,
  Step as AppointmentStep,
  Suspension
} from "./AppointmentFacts.ts"
export { AppointmentsOf } from "./AppointmentsOf.ts"
export { statusOn } from "./AppointmentStatus.ts"
export type { AppointmentStatus, Circumstances as AppointmentCircumstances, StatusOnDay } from "./AppointmentStatus.ts"
export { appointmentSteps } from "./appointmentSteps.ts"
export { unitOn } from "./AppointmentUnit.ts"
export { BindAppointmentToUnit } from "./BindingToUnit.ts"
export { ConsiderEligibility } from "./Eligible.ts"
export { asksForLegalStatus } from "./HeldAsAsked.ts"
export {
  clearanceValidity,
  completionsOf,
  lapsesOn,
  remindersOn,
  requirementWords,
  riskValidity,
  sayValidity,
  trainingValidity,
  validitiesOn,
  validityOn
} from "./Lapse.ts"
export type { Reminder, Requirement, Validity, ValidityOnDay } from "./Lapse.ts"
export { CheckLegalStatus } from "./LegalStatusCheck.ts"
export {
  AcknowledgeJobDescription,
  RecordAppointmentTraining,
  RecordRiskAssessment,
  RecordSecurityClearance
} from "./Preparation.ts"
export { RecordRefresher } from "./Refresher.ts"
export { requirementsOn } from "./Requirements.ts"
export type { Candidate, Shadowed } from "./Requirements.ts"
export { BeginAppointmentSelection, DeclineAppointment, SelectForAppointment } from "./Selection.ts"
export { adviceThatCounts, adviceThatFell, DeclareSelectionInterest, RecordSelectionAdvice } from "./SelectionAdvice.ts"
export { inRoleSince, isAwayOn, isSuspendedOn, mayMentorOn, mayWorkOn } from "./Standing.ts"
export type { Standing } from "./Standing.ts"
export { holderOf, isAnotherRole, isOpenNow, isSameRole, recordedFor, standingsOf } from "./Standing.ts"
export {
  CancelAppointmentSuspension,
  ChangeAppointmentSupervisor,
  LiftAppointmentRestriction,
  ReinstateAppointment,
  RestrictAppointment,
  SuspendAppointment
} from "./Suspension.ts"
export { RecordTaskTakenOver, RefuseTask } from "./TaskRefusal.ts"
export { CorrectAppointmentPerson, EndDuplicateAppointment } from "./WhoseAppointment.ts"
