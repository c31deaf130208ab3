/**
 * Who may: which roles may give which command. One table, read by the app and shown to auditors.
 *
 * Every role is a role of staff: no command is given by or for a worker, so no worker decides about another person.
 * Commissioners and auditors look and give no command. Who may see what is the app's matter.
 */
import type { Role } from "./language/Actor.ts"

const coordinator: ReadonlyArray<Role> = ["coordinator"]
const wing: ReadonlyArray<Role> = ["coordinator", "officer"]
const wingAndSafety: ReadonlyArray<Role> = ["coordinator", "officer", "safeguarding"]
const safety: ReadonlyArray<Role> = ["coordinator", "safeguarding"]
const everyday: ReadonlyArray<Role> = ["coordinator", "officer", "healthcare"]

const whoeverHears: ReadonlyArray<Role> = ["coordinator", "officer", "healthcare", "safeguarding"]

/** The roles that may give each command. */
export const whoMay: Readonly<Record<string, ReadonlyArray<Role>>> = {
  ProposeScheme: coordinator,
  WriteSchemeDesign: coordinator,
  PublishRoleProfile: coordinator,
  CorrectRoleProfile: coordinator,
  DecideSchemePolicy: coordinator,
  CorrectSchemePolicy: coordinator,
  NameTrainingLead: coordinator,
  RecordTrainingLeadLeaving: coordinator,
  StartSchemePilot: coordinator,
  ActivateScheme: coordinator,
  PauseScheme: safety,
  ResumeScheme: safety,
  CloseScheme: coordinator,
  CorrectSchemeStep: coordinator,
  VoidSchemeStep: coordinator,

  RegisterStaff: coordinator,
  RenameStaff: coordinator,
  RecordStaffLeaving: coordinator,
  RecordStaffReturn: coordinator,
  CorrectStaffLeaving: coordinator,

  RegisterPerson: everyday,
  CorrectPersonName: everyday,
  CorrectPrisonNumber: wing,
  RecordTransfer: wing,
  RecordWingChange: wing,
  RecordTemporaryDeparture: wing,
  RecordReturn: wing,
  RecordRelease: wing,
  RecordReadmission: wing,
  CorrectMovement: wing,
  VoidMovement: wing,
  MergePeople: wing,
  UndoPeopleMerge: wing,
  MovePersonBooking: wing,
  UndoPersonBookingMove: wing,
  RecordLegalStatus: wing,
  VoidLegalStatus: wing,

  ProposeAppointment: everyday,
  ApplyForAppointment: everyday,
  RegisterLegacyWorker: coordinator,
  BeginAppointmentSelection: wing,
  RecordRiskAssessment: everyday,
  RecordSecurityClearance: wing,
  AcknowledgeJobDescription: everyday,
  SelectForAppointment: wing,
  DeclineAppointment: wing,
  RecordAppointmentTraining: everyday,
  RecordRefresher: everyday,
  ActivateAppointment: wing,
  RegulariseLegacyWorker: wing,
  SuspendAppointment: wingAndSafety,
  CancelAppointmentSuspension: wingAndSafety,
  ReinstateAppointment: wingAndSafety,
  RestrictAppointment: wingAndSafety,
  LiftAppointmentRestriction: wingAndSafety,
  ChangeAppointmentSupervisor: wing,
  PlanAppointmentEnd: wing,
  EndAppointment: wingAndSafety,
  VoidAppointment: safety,
  StrikeOutAppointmentEntry: wing,
  CorrectAppointmentPerson: wing,
  CorrectAppointmentStart: wing,
  CorrectAppointmentEnd: wing,
  ReopenAppointment: wing,
  EndDuplicateAppointment: wing,

  PlanShadowing: wing,
  StartShadowing: wing,
  PauseShadowing: wingAndSafety,
  ResumeShadowing: wing,
  RecordShadowingInterruption: wingAndSafety,
  ReplaceShadowMentor: wing,
  SignOffShadowing: wing,
  EndShadowingNotAchieved: wing,
  CancelShadowing: wing,
  RecordShadowingTransferOut: wing,
  UpholdShadowingSignOff: safety,
  WithdrawShadowingSignOff: safety,
  ReopenShadowing: wing,
  CorrectShadowingStart: wing,
  CorrectShadowMentor: wing,
  CorrectShadowingPerson: wing,
  CorrectShadowingPause: wing,
  VoidShadowingPause: wing,

  RegisterTrainer: coordinator,
  ChangeTrainer: coordinator,
  RecordTrainerPractice: everyday,
  JudgeTrainerCapable: coordinator,
  AccreditTrainer: coordinator,
  ReviewTrainerAccreditation: coordinator,
  WithdrawTrainerAccreditation: safety,
  StrikeOutTrainerEntry: coordinator,

  OpenRoutes: coordinator,
  CorrectRoutes: coordinator,
  DecideRouteHours: coordinator,
  FillRoutePost: safety,
  VacateRoutePost: safety,
  VoidRouteEntry: safety,

  RaiseImmediateEscalation: whoeverHears,
  RaiseEscalation: whoeverHears,
  RaiseEscalationWithoutContent: whoeverHears,
  HandOverEscalation: whoeverHears,
  AcknowledgeEscalation: whoeverHears,
  RejectEscalationBack: whoeverHears,
  RedirectEscalation: whoeverHears,
  RecordEscalationAction: whoeverHears,
  CompleteEscalationAction: whoeverHears,
  RecordEscalationReference: whoeverHears,
  ReclassifyEscalation: whoeverHears,
  LinkEscalations: safety,
  ResolveEscalation: whoeverHears,
  InformEscalationRaiser: whoeverHears,
  RecordRaiserNotInformed: whoeverHears,
  CloseEscalation: whoeverHears,
  ReopenEscalation: whoeverHears,
  WithdrawEscalation: whoeverHears,
  CorrectEscalation: whoeverHears,
  StrikeOutEscalationEntry: whoeverHears,

  RecordStaffCompetence: coordinator,
  StrikeOutStaffCompetence: coordinator,

  ArrangeSupervision: wing,
  ScheduleSupervision: whoeverHears,
  RescheduleSupervision: whoeverHears,
  CancelSupervision: whoeverHears,
  HoldSupervision: whoeverHears,
  RecordSupervisionNonAttendance: whoeverHears,
  RewriteSupervisionNote: whoeverHears,
  AddToSupervisionNote: whoeverHears,
  ChangeSupervisor: wing,
  EndSupervision: wing,
  CorrectSupervisionDate: wing,
  StrikeOutSupervisionEntry: wing,
  VoidSupervision: wing,
  ReopenSupervision: wing
}

/** The roles that may give the command; none for a command that the table does not name. */
export const rolesFor = (command: string): ReadonlyArray<Role> =>
  Object.hasOwn(whoMay, command) ? whoMay[command] ?? [] : []

export const mayGive = (role: Role, command: string): boolean => rolesFor(command).includes(role)
