/**
 * What the package offers of the lives of training: templates, cohorts and training records.
 */
export { sayTitles, sessionCatalogue, sessionKeys, sessionTitles } from "./training/SessionCatalogue.ts"
export type { CataloguedSession, SessionKey } from "./training/SessionCatalogue.ts"

export { fallenCompletions, readSchooled, schooled, schoolingOf } from "./appointment/Schooling.ts"
export type { Schooled } from "./appointment/Schooling.ts"
export { awardCatalogue } from "./template/AwardCatalogue.ts"
export type { Award, AwardKey } from "./template/AwardCatalogue.ts"
export { ProposeAwardTemplate } from "./template/AwardTemplates.ts"
export { modelSessions, publishedTemplates } from "./template/PublishedTemplates.ts"
export type { PublishedTemplate, TemplateSession } from "./template/PublishedTemplates.ts"
export {
  AdoptTemplateAsDefault,
  IntroduceTemplate,
  ProposeTemplateRevision,
  UndoTemplateWithdrawal,
  VoidTemplateAdoption,
  WithdrawTemplate
} from "./template/TemplateChoice.ts"
export { GrantTrainingEquivalence, WithdrawTrainingEquivalence } from "./template/TrainingEquivalences.ts"
export {
  coversOfTheModel,
  defaultTemplateOn,
  lineageOf,
  TemplatesOf,
  templateSteps,
  TrainingTemplate
} from "./template/TrainingTemplate.ts"
export type { Equivalence, Lineage, Qualification, SchemeTemplates } from "./template/TrainingTemplate.ts"
export { Cohort, minutesLost, sessionIn } from "./cohort/Cohort.ts"
export type { CohortSession, CohortStatus } from "./cohort/Cohort.ts"
export {
  CloseCohort,
  FinishCohortDelivery,
  PauseCohort,
  RecordCohortReflection,
  ResumeCohort
} from "./cohort/CohortEnd.ts"
export { AskForCohortPlace, GiveUpCohortPlace, OpenCohortEnrolment } from "./cohort/CohortPlaces.ts"
export {
  ApproveCohort,
  CancelCohort,
  HoldCohortConsultation,
  PlanCohort,
  StartCohort,
  TakeBackCohortStep
} from "./cohort/CohortPlan.ts"
export {
  DeliverTrainingSession,
  RescheduleTrainingSession,
  ScheduleTrainingSession,
  WriteOffTrainingSession
} from "./cohort/CohortSessions.ts"
export { MoveCohortToTemplate, VoidCohortMove } from "./cohort/CohortTemplate.ts"
export { cohortSteps } from "./cohort/cohortSteps.ts"
export {
  AcceptTrainingSession,
  CorrectTrainingSession,
  RecordSessionInterruption,
  VoidSessionInterruption,
  VoidTrainingSession
} from "./cohort/SessionFindings.ts"
export { everybodyInRole } from "./cohort/everybodyInRole.ts"
export { CorrectSessionObservers } from "./cohort/SessionObservers.ts"
export { accreditations, sessionCounts, trainersOf } from "./training/Accreditation.ts"
export { CorrectAttendance, RecordSessionAttendance, RecordSessionMakeUp } from "./training/Attendance.ts"
export { attendanceFits } from "./training/AttendanceSheet.ts"
export {
  DecideTrainingCompletion,
  IssueTrainingCertificate,
  requirementsOf,
  RevokeTrainingCompletion,
  UpholdTrainingCompletion,
  WithholdTrainingCompletion
} from "./training/CompletionDecisions.ts"
export {
  CreditEarlierTraining,
  CreditTrainingSession,
  UpholdTrainingCredit,
  VoidTrainingEntry
} from "./training/Credits.ts"
export { creditsInDoubt } from "./training/creditHolds.ts"
export {
  CloseTrainingIncomplete,
  EnrolTrainee,
  OpenTrainingRecord,
  ReopenTraining,
  VoidTraining,
  WithdrawTrainee
} from "./training/Enrolment.ts"
export { outcomeWords } from "./training/outcomeWords.ts"
export { OverwriteNoAttendance } from "./training/rules/OverwriteNoAttendance.ts"
export { completionHolds } from "./training/completionHolds.ts"
export { allMet, countMet, isMet, missingOf, offersFor, sessionsMet } from "./training/sessionsMet.ts"
export type { HowMet, Offer, SessionMet, TrainingRecord } from "./training/sessionsMet.ts"
export { isTraining, Training } from "./training/Training.ts"
export type { TrainingStatus } from "./training/Training.ts"
export type { CreditGiven, Upheld } from "./training/TrainingFacts.ts"
export { recordedTraining, recordOf } from "./training/TrainingRecord.ts"
export { mayStillMeet } from "./training/stillToMeet.ts"
export { countingSteps, trainingSteps } from "./training/trainingSteps.ts"
export { AssessTrainingUnit } from "./training/UnitAssessment.ts"

export { programmeOn, traineeOn, wasInRoleOn } from "./training/Programme.ts"
export type { CohortFigures, Counted, Programme, Trainee } from "./training/Programme.ts"
