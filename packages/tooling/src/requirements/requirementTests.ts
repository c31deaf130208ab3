/**
 * The test files that show the requirements, by the name of what they are about.
 */
const core = (path: string): string => `packages/core/src/${path}.test.ts`
const pilot = (path: string): string => `apps/pilot/src/${path}.test.ts`

export const testOf = {
  activation: core("appointment/Activation"),
  appointment: core("appointment/Appointment"),
  appointmentEnd: core("appointment/AppointmentEnd"),
  circumstance: core("circumstance/Circumstance"),
  circumstancePages: pilot("pages/CircumstancePages"),
  clock: core("record/rules/RecordNothingAheadOfTheClock"),
  cohort: core("cohort/Cohort"),
  countedDays: core("shadowing/countedDays"),
  death: core("person/Death"),
  escalation: core("escalation/Escalation"),
  escalationInTime: pilot("acceptance/EscalationInTime"),
  instant: core("language/Instant"),
  lapse: core("appointment/Lapse"),
  laws: core("testing/Laws"),
  liveRecords: pilot("records/LiveRecords"),
  merges: core("person/Merges"),
  nonAssociation: core("nonassociation/NonAssociation"),
  nothingBetween: core("supervision/rules/BeSupervisedWithNothingBetween"),
  notice: core("notice/Notice"),
  oneBoundary: pilot("acceptance/OneBoundary.slow"),
  payAsTheRoleSays: core("scheme/rules/PayAsTheRoleSays"),
  person: core("person/Person"),
  recordOnlyWhatHasHappened: core("record/rules/RecordOnlyWhatHasHappened"),
  scheme: core("scheme/Scheme"),
  selectedByStaff: core("appointment/rules/BeSelectedByStaff"),
  setNoLimitBelowItsSource: core("scheme/rules/SetNoLimitBelowItsSource"),
  shadowing: core("shadowing/Shadowing"),
  supervision: core("supervision/Supervision"),
  supervisionDue: core("supervision/SupervisionDue"),
  suspension: core("appointment/Suspension"),
  template: core("template/TrainingTemplate"),
  trainer: core("trainer/Trainer"),
  trainerPages: pilot("pages/TrainerPages"),
  training: core("training/Training"),
  twoWeeks: pilot("acceptance/TwoWeeks"),
  verdicts: pilot("records/Verdicts"),
  whoAnswers: core("escalation/WhoAnswers"),
  whoMay: core("WhoMay"),
  workingDays: core("language/WorkingDays")
} as const
