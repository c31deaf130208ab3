/**
 * `@peerwork/core`: the law of prison peer work. Pure: no clock, no randomness, no input or output, no Effect needed.
 */
export { Peerwork } from "./Peerwork.ts"
export { lifeWords, ruleChapter } from "./LifeWords.ts"
export { allCommands, allDecisions, allEvents, decisions, eventTypes, ruleBook } from "./Registry.ts"
export { roles } from "./language/Actor.ts"
export type { Actor, Role } from "./language/Actor.ts"
export type { Command, Given, Override, Reading } from "./language/Command.ts"
export { answer, begin, beginAgain, calendarEdition, decideOver, decideWith } from "./language/Deciding.ts"
export type { Decided, Needs, Read, Step } from "./language/Deciding.ts"
export { overrideProblems } from "./language/Decision.ts"
export type { Decides, Known } from "./language/Decision.ts"
export type * from "./language/Envelope.ts"
export type { EventType, Happened, Occurrence, Understood } from "./language/Event.ts"
export { toKeep } from "./language/Evidence.ts"
export type { Circumstances, Lookup, PersonalValue, ToKeep } from "./language/Evidence.ts"
export type { Field, FieldProblem, Fields, RetentionClass } from "./language/Field.ts"
export { actorIn, happenedIn, isEnvelope } from "./language/FromEnvelope.ts"
export type { NotUnderstood } from "./language/FromEnvelope.ts"
export { endOf, instant, isInstant, localDateOf, localTimeOf, startOf } from "./language/Instant.ts"
export type { Instant } from "./language/Instant.ts"
export { judgedOf, refuses, wordsOf } from "./language/Judgement.ts"
export type { Accepted, Change, Decision, Judged, Moment, Refused } from "./language/Judgement.ts"
export type { Column, Decoded, Input, Kind, RowProblem } from "./language/Kind.ts"
export { isIdentifier } from "./language/Kind.ts"
export { sayAmount, sayMinutes } from "./language/Amount.ts"
export { addDays, addMonths, date, dayOfWeek, daysBetween, isLocalDate, say, sayMonth } from "./language/LocalDate.ts"
export type { LocalDate } from "./language/LocalDate.ts"
export { coveredBy } from "./language/Period.ts"
export { prisonNumber, prisonNumberIn } from "./language/PrisonNumber.ts"
export type { PrisonNumber } from "./language/PrisonNumber.ts"
export { establishment } from "./language/EstablishmentCode.ts"
export type { EstablishmentCode } from "./language/EstablishmentCode.ts"
export { eventIndex, matches } from "./language/Query.ts"
export type { EventIndex, Matchable, Placed, Query, QueryItem } from "./language/Query.ts"
export type { Rule, Source, Strength, Verdict } from "./language/Rule.ts"
export { fold } from "./language/View.ts"
export type { View } from "./language/View.ts"
export { addMinutes, atWall, instantIn, sayInstant } from "./language/WallTime.ts"
export { addWorkingDays, CalendarEnds, isWorkingDay } from "./language/WorkingDays.ts"
export { law } from "./Law.ts"
export { instanceOf, isLifeName, lives } from "./Lives.ts"
export type { LifeName } from "./Lives.ts"
export { mayGive, rolesFor, whoMay } from "./WhoMay.ts"

export { lastBy } from "./record/lastBy.ts"
export { correctionTypes, whatCounts } from "./record/whatCounts.ts"
export type { DatedEvent } from "./record/whatCounts.ts"

export * from "./appointment/index.ts"

export { complaintRoutes, complaintRoutesIn, saySaidTime } from "./escalation/ComplaintRoutes.ts"
export type { ComplaintRoute, SaidTime } from "./escalation/ComplaintRoutes.ts"
export { RaiseAnonymousNote } from "./escalation/AnonymousNotes.ts"
export { aCategory, duties, isSafeguarding, postOf, sayRoute, sayUrgency } from "./escalation/Concern.ts"
export type { Category, RouteCode, Urgency } from "./escalation/Concern.ts"
export {
  Escalation,
  isOver,
  isRaiserTold,
  isUnacknowledged,
  openActions,
  waitsToTell,
  whoHas
} from "./escalation/Escalation.ts"
export { CorrectEscalation, StrikeOutEscalationEntry } from "./escalation/EscalationCorrections.ts"
export {
  CloseEscalation,
  InformEscalationRaiser,
  RecordRaiserNotInformed,
  ReopenEscalation,
  ResolveEscalation,
  WithdrawEscalation
} from "./escalation/EscalationEnd.ts"
export { ReclassifyEscalation } from "./escalation/EscalationKind.ts"
export { KeepEscalationsApart, LinkEscalations } from "./escalation/EscalationLinks.ts"
export {
  AcknowledgeEscalation,
  HandOverEscalation,
  RedirectEscalation,
  RejectEscalationBack
} from "./escalation/EscalationOwnership.ts"
export {
  RaiseEscalation,
  RaiseEscalationWithoutContent,
  RaiseImmediateEscalation
} from "./escalation/EscalationRaising.ts"
export type { Entry as EscalationEntry, Stage as EscalationStage } from "./escalation/EscalationStage.ts"
export { escalationStatusAt } from "./escalation/escalationStatus.ts"
export type { EscalationStatus } from "./escalation/escalationStatus.ts"
export { escalationSteps } from "./escalation/escalationSteps.ts"
export {
  CompleteEscalationAction,
  RecordEscalationAction,
  RecordEscalationReference
} from "./escalation/EscalationWork.ts"
export {
  carriedOnIn,
  everAbout,
  isToldSince,
  keptAwayFrom,
  linkedInto,
  oneMatterWith,
  raisersToTell
} from "./escalation/LinkedInto.ts"
export type { Linked } from "./escalation/LinkedInto.ts"
export {
  awaitedAnswers,
  lateAnswers,
  RecordEscalationSafetyAnswer,
  SendEscalationSafetyConcern
} from "./escalation/PatientSafety.ts"
export { CorrectEscalationRaiser } from "./escalation/RaiserCorrection.ts"
export { sameAbout } from "./escalation/sameAbout.ts"
export { isSameMatter, matterOf, mayBeLinked } from "./escalation/sameMatter.ts"
export type { Matter } from "./escalation/sameMatter.ts"
export { saySafetyBody } from "./escalation/SafetyBody.ts"
export type { SafetyBody } from "./escalation/SafetyBody.ts"
export { InformEscalationSubject, RecordSubjectNotInformed } from "./escalation/TellingTheSubject.ts"
export { holderAt, isWith, isWithoutOwner, ladderAt, standInsAt } from "./escalation/WhoAnswers.ts"
export type { Climbing, Ladder, Rung as LadderRung } from "./escalation/WhoAnswers.ts"

export { posts, sayPost } from "./route/Posts.ts"
export type { Post } from "./route/Posts.ts"
export { holdingOn, hoursOn, Route, RoutesAt, routeSteps, staffOf } from "./route/Route.ts"
export type { Holding, Hours } from "./route/Route.ts"
export {
  CorrectRoutes,
  DecideRouteHours,
  FillRoutePost,
  OpenRoutes,
  VacateRoutePost,
  VoidRouteEntry
} from "./route/RouteDecisions.ts"

export { CorrectMovement, VoidMovement } from "./person/MovementCorrections.ts"
export { leftForGood } from "./person/LeftForGood.ts"
export { absencesFrom, establishmentOn, isRestrictedPatient, Person, personSteps, wingOn } from "./person/Person.ts"
export {
  RecordReadmission,
  RecordRelease,
  RecordReturn,
  RecordTemporaryDeparture,
  RecordTransfer,
  RecordWingChange
} from "./person/PersonMovements.ts"
export {
  CorrectPersonName,
  CorrectPrisonNumber,
  RecordPersonParticulars,
  RegisterPerson
} from "./person/PersonRegistration.ts"

export { HandOverStaffWork } from "./staff/HandingOver.ts"
export { isInPost, Staff, staffSteps } from "./staff/Staff.ts"
export { CorrectStaffLeaving, CorrectStaffReturn, CorrectStaffStart } from "./staff/StaffCorrections.ts"
export { RecordStaffLeaving, RecordStaffReturn } from "./staff/StaffLeaving.ts"
export { RegisterStaff, RenameStaff } from "./staff/StaffRegistration.ts"

export { accreditedOn, Trainer, trainerStatus, trainerSteps } from "./trainer/Trainer.ts"
export type { Accreditation, Described, Judged as JudgedCapable, Practice, TrainerStatus } from "./trainer/Trainer.ts"
export { coverageOn } from "./trainer/Coverage.ts"
export type { Coverage, Covered, Deliverer, KnownTrainer, SessionCoverage } from "./trainer/Coverage.ts"
export { describedOn, onTheLadder } from "./trainer/Ladder.ts"
export type { OnTheLadder, Rung } from "./trainer/Ladder.ts"
export { sayAffiliation, sayCondition, sayProfession } from "./trainer/TrainerKeys.ts"
export type { Affiliation, Condition, Profession } from "./trainer/TrainerKeys.ts"
export {
  AccreditTrainer,
  ReviewTrainerAccreditation,
  WithdrawTrainerAccreditation
} from "./trainer/TrainerAccreditation.ts"
export { JudgeTrainerCapable, RecordTrainerPractice } from "./trainer/TrainerPractice.ts"
export {
  ChangeTrainer,
  entriesOf as trainerEntries,
  RegisterTrainer,
  StrikeOutTrainerEntry
} from "./trainer/TrainerRegistration.ts"
export { holdsCompetence, RecordStaffCompetence, StrikeOutStaffCompetence } from "./staff/StaffCompetence.ts"
export type { CompetenceName } from "./staff/StaffEvents.ts"

export { HoldSupervision } from "./supervision/HoldingSupervision.ts"
export { ArrangeSupervision, ChangeSupervisor, EndSupervision } from "./supervision/Supervising.ts"
export {
  heldSessions,
  nextMeeting,
  Supervision,
  SupervisionsFor,
  supervisorIn,
  supervisorOn
} from "./supervision/Supervision.ts"
export type { Planned, Session, SupervisionStatus } from "./supervision/Supervision.ts"
export {
  CorrectSupervisionDate,
  ReopenSupervision,
  StrikeOutSupervisionEntry,
  VoidSupervision
} from "./supervision/SupervisionCorrections.ts"
export { settlingIn } from "./supervision/SettlingIn.ts"
export type { SettlingIn } from "./supervision/SettlingIn.ts"
export { dueOn, supervisedIn } from "./supervision/SupervisionDue.ts"
export type { DueOnDay, DueStatus, Supervised } from "./supervision/SupervisionDue.ts"
export {
  CancelSupervision,
  RecordSupervisionNonAttendance,
  RescheduleSupervision,
  ScheduleSupervision
} from "./supervision/SupervisionSessions.ts"
export { AddToSupervisionNote, RewriteSupervisionNote } from "./supervision/SupervisionNotes.ts"
export { supervisionSteps } from "./supervision/supervisionSteps.ts"
export { lifeSteps } from "./LifeSteps.ts"
export type { LifeSteps } from "./LifeSteps.ts"
export { whatComesFirst } from "./language/WhatComesFirst.ts"
export { competentOn } from "./supervision/Supervisor.ts"

export { CorrectRoleProfile, PublishRoleProfile } from "./scheme/RoleProfileDecisions.ts"
export { sayTask } from "./scheme/TaskCatalogue.ts"
export type { TaskName } from "./scheme/TaskCatalogue.ts"
export { sayLegalStatuses, sayRole } from "./scheme/RoleProfile.ts"
export type { RoleCode, RoleProfile } from "./scheme/RoleProfile.ts"
export { criteria, criterionWords, sayCriteria, sayGap } from "./scheme/EligibilityCriteria.ts"
export type { CriterionName, Eligibility, Gap } from "./scheme/EligibilityCriteria.ts"
export { isPublishedBand, payBandsOn, payReviewDueOn } from "./scheme/PayBands.ts"
export type { PayEntry } from "./scheme/PayBands.ts"
export { PublishPayBands, ReviewPayBands, StrikeOutPayEntry } from "./scheme/SchemePay.ts"
export { DecideEligibilityCriteria } from "./scheme/SchemeEligibility.ts"
export {
  eligibilityOn,
  hasTrainingLead,
  isRunning,
  limitOn,
  roleProfileOf,
  Scheme,
  SchemesAt,
  schemeStatusOn,
  trainingLeadOn,
  unsetLimits
} from "./scheme/Scheme.ts"
export type { SchemePolicy, SchemeStatus, TrainingLead } from "./scheme/Scheme.ts"
export { schemeSteps } from "./scheme/schemeSteps.ts"
export { limitNames, limitsToRun, schemeLimits } from "./scheme/SchemeLimits.ts"
export type { LimitName, SchemeLimit } from "./scheme/SchemeLimits.ts"
export { CorrectSchemePolicy, DecideSchemePolicy } from "./scheme/SchemePolicyDecisions.ts"
export {
  NameTrainingLead,
  ProposeScheme,
  RecordTrainingLeadLeaving,
  StrikeOutTrainingLead,
  WriteSchemeDesign
} from "./scheme/SchemePreparation.ts"
export {
  ActivateScheme,
  CloseScheme,
  CorrectSchemeStep,
  PauseScheme,
  ResumeScheme,
  StartSchemePilot,
  VoidSchemeStep
} from "./scheme/SchemeRunning.ts"

export * from "./IdentityLives.ts"
export * from "./ShadowingLife.ts"
export * from "./TrainingLives.ts"
