/**
 * Who may give which command, written a second time: a change of either table has to be made in both. Commissioners and
 * auditors look and give no command, and nothing is asked of a command that no table names.
 */
import { describe, expect, it } from "vitest"
import { roles } from "./language/Actor.ts"
import type { Role } from "./language/Actor.ts"
import { allCommands } from "./Registry.ts"
import { mayGive, rolesFor, whoMay } from "./WhoMay.ts"

const letters: Readonly<Record<string, Role>> = { C: "coordinator", O: "officer", H: "healthcare", S: "safeguarding" }

/** Coordinator, Officer, Healthcare, Safeguarding: who may give the command; a dot for who may not. */
const table = `
  ProposeScheme                C...
  WriteSchemeDesign            C...
  PublishRoleProfile           C...
  CorrectRoleProfile           C...
  DecideSchemePolicy           C...
  CorrectSchemePolicy          C...
  DecideEligibilityCriteria    C...
  PublishPayBands              C...
  ReviewPayBands               C...
  StrikeOutPayEntry            C...
  NameTrainingLead             C...
  RecordTrainingLeadLeaving    C...
  StrikeOutTrainingLead        C...
  StartSchemePilot             C...
  ActivateScheme               C...
  PauseScheme                  C..S
  ResumeScheme                 C..S
  CloseScheme                  C...
  CorrectSchemeStep            C...
  VoidSchemeStep               C...

  RegisterStaff                C...
  RenameStaff                  C...
  RecordStaffLeaving           C...
  RecordStaffReturn            C...
  HandOverStaffWork            C...
  CorrectStaffLeaving          C...
  CorrectStaffReturn           C...
  CorrectStaffStart            C...

  RegisterPerson               COH.
  CorrectPersonName            COH.
  RecordPersonParticulars      COH.
  CorrectPrisonNumber          CO..
  RecordTransfer               CO..
  RecordWingChange             CO..
  RecordTemporaryDeparture     CO..
  RecordReturn                 CO..
  RecordRelease                CO..
  RecordReadmission            CO..
  CorrectMovement              CO..
  VoidMovement                 CO..
  MergePeople                  CO..
  UndoPeopleMerge              CO..
  MovePersonBooking            CO..
  UndoPersonBookingMove        CO..
  RecordLegalStatus            CO..
  VoidLegalStatus              CO..

  OpenNonAssociation           CO.S
  AmendNonAssociation          CO.S
  CloseNonAssociation          CO.S
  ReopenNonAssociation         CO.S
  StrikeOutNonAssociationEntry CO.S

  TakeInCustodyNotice          CO..
  AcknowledgeCircumstance      CO.S
  RecordCircumstanceAction     CO.S
  LeaveCircumstance            CO.S
  ReopenCircumstance           CO.S

  OpenWorkerSupport            COHS
  ReviewWorkerSupport          COHS
  HandOverWorkerSupport        COHS
  EndWorkerSupport             COHS
  ReopenWorkerSupport          COHS
  StrikeOutWorkerSupportReview COHS
  VoidWorkerSupport            C..S

  ProposeAppointment           COH.
  ApplyForAppointment          COH.
  RegisterLegacyWorker         C...
  BeginAppointmentSelection    CO..
  RecordRiskAssessment         COH.
  RecordSecurityClearance      CO..
  AcknowledgeJobDescription    COH.
  BindAppointmentToUnit        CO..
  CheckLegalStatus             CO..
  ConsiderEligibility          CO..
  DeclareSelectionInterest     CO..
  RecordSelectionAdvice        CO..
  SelectForAppointment         CO..
  DeclineAppointment           CO..
  RecordAppointmentTraining    COH.
  RecordRefresher              COH.
  ActivateAppointment          CO..
  RegulariseLegacyWorker       CO..
  SuspendAppointment           CO.S
  CancelAppointmentSuspension  CO.S
  ReinstateAppointment         CO.S
  RestrictAppointment          CO.S
  LiftAppointmentRestriction   CO.S
  ChangeAppointmentSupervisor  CO..
  RefuseTask                   COHS
  RecordTaskTakenOver          COHS
  PlanAppointmentEnd           CO..
  EndAppointment               CO.S
  VoidAppointment              C..S
  StrikeOutAppointmentEntry    CO..
  CorrectAppointmentPerson     CO..
  CorrectAppointmentStart      CO..
  CorrectAppointmentEnd        CO..
  ReopenAppointment            CO..
  EndDuplicateAppointment      CO..

  PlanShadowing                CO..
  StartShadowing               CO..
  PauseShadowing               CO.S
  ResumeShadowing              CO..
  RecordShadowingInterruption  CO.S
  ReplaceShadowMentor          CO..
  DecideEarlierShadowing       C...
  SignOffShadowing             CO..
  EndShadowingNotAchieved      CO..
  CancelShadowing              CO..
  RecordShadowingTransferOut   CO..
  UpholdShadowingSignOff       C..S
  WithdrawShadowingSignOff     C..S
  ReopenShadowing              CO..
  CorrectShadowingStart        CO..
  CorrectShadowMentor          CO..
  CorrectShadowMentorReplacement  CO..
  CorrectShadowingPerson       CO..
  CorrectShadowingPause        CO..
  VoidShadowingPause           CO..

  IntroduceTemplate            C...
  ProposeTemplateRevision      C...
  ProposeAwardTemplate         C...
  AdoptTemplateAsDefault       C...
  VoidTemplateAdoption         C...
  WithdrawTemplate             C...
  UndoTemplateWithdrawal       C...
  GrantTrainingEquivalence     C...
  WithdrawTrainingEquivalence  C...

  PlanCohort                   C...
  HoldCohortConsultation       CO..
  ApproveCohort                C...
  OpenCohortEnrolment          C...
  AskForCohortPlace            COH.
  GiveUpCohortPlace            COH.
  ScheduleTrainingSession      COH.
  RescheduleTrainingSession    COH.
  StartCohort                  C...
  DeliverTrainingSession       COH.
  RecordSessionAttendance      COH.
  RecordSessionInterruption    COH.
  VoidSessionInterruption      COH.
  CorrectTrainingSession       COH.
  CorrectSessionObservers      COH.
  VoidTrainingSession          COH.
  AcceptTrainingSession        C..S
  WriteOffTrainingSession      COH.
  MoveCohortToTemplate         C...
  VoidCohortMove               C...
  PauseCohort                  CO.S
  ResumeCohort                 CO..
  FinishCohortDelivery         C...
  RecordCohortReflection       COH.
  CloseCohort                  C...
  CancelCohort                 C...
  TakeBackCohortStep           C...

  EnrolTrainee                 COH.
  OpenTrainingRecord           COH.
  CorrectAttendance            COHS
  RecordSessionMakeUp          COH.
  CreditEarlierTraining        COH.
  CreditTrainingSession        COH.
  UpholdTrainingCredit         C..S
  AssessTrainingUnit           COH.
  VoidTrainingEntry            CO..
  DecideTrainingCompletion     COH.
  WithholdTrainingCompletion   COH.
  UpholdTrainingCompletion     C..S
  RevokeTrainingCompletion     C..S
  IssueTrainingCertificate     COH.
  CloseTrainingIncomplete      COH.
  WithdrawTrainee              COH.
  ReopenTraining               CO..
  VoidTraining                 CO..
  RegisterTrainer              C...
  ChangeTrainer                C...
  RecordTrainerPractice        COH.
  JudgeTrainerCapable          C...
  AccreditTrainer              C...
  ReviewTrainerAccreditation   C...
  WithdrawTrainerAccreditation C..S
  StrikeOutTrainerEntry        C...

  OpenRoutes                     C...
  CorrectRoutes                  C...
  DecideRouteHours               C...
  FillRoutePost                  C..S
  VacateRoutePost                C..S
  VoidRouteEntry                 C..S

  RaiseImmediateEscalation       COHS
  RaiseEscalation                COHS
  RaiseAnonymousNote             COHS
  RaiseEscalationWithoutContent  COHS
  HandOverEscalation             COHS
  AcknowledgeEscalation          COHS
  RejectEscalationBack           COHS
  RedirectEscalation             COHS
  RecordEscalationAction         COHS
  CompleteEscalationAction       COHS
  RecordEscalationReference      COHS
  SendEscalationSafetyConcern    COHS
  RecordEscalationSafetyAnswer   COHS
  ReclassifyEscalation           COHS
  LinkEscalations                C..S
  KeepEscalationsApart         C..S
  ResolveEscalation              COHS
  InformEscalationRaiser         COHS
  RecordRaiserNotInformed        COHS
  InformEscalationSubject      COHS
  RecordSubjectNotInformed     COHS
  CloseEscalation                COHS
  ReopenEscalation               COHS
  WithdrawEscalation             COHS
  CorrectEscalation              COHS
  CorrectEscalationRaiser        COHS
  StrikeOutEscalationEntry       COHS

  RecordStaffCompetence        C...
  StrikeOutStaffCompetence     C...

  ArrangeSupervision           CO..
  ScheduleSupervision          COHS
  RescheduleSupervision        COHS
  CancelSupervision            COHS
  HoldSupervision              COHS
  RecordSupervisionNonAttendance COHS
  RewriteSupervisionNote       COHS
  AddToSupervisionNote         COHS
  ChangeSupervisor             CO..
  EndSupervision               CO..
  CorrectSupervisionDate       CO..
  StrikeOutSupervisionEntry    CO..
  VoidSupervision              CO..
  ReopenSupervision            CO..
`

const rows = table.split("\n").filter((line) => line.trim() !== "").map((line) => {
  const [command = "", cells = ""] = line.trim().split(/\s+/)
  return { command, cells, may: cells.split("").flatMap((letter) => letters[letter] ?? []) }
})

describe("who may", () => {
  it("is said of every command of the law, and of no other", () => {
    const commands = allCommands.map((command) => command.name).sort()
    expect(rows.map((row) => row.command).sort()).toEqual(commands)
    expect(Object.keys(whoMay).sort()).toEqual(commands)
  })

  it.each(rows)("give $command: $cells", ({ command, may }) => {
    expect(rolesFor(command)).toEqual(may)
    for (const role of roles) expect([role, mayGive(role, command)]).toEqual([role, may.includes(role)])
  })

  it("give anything at all: four roles; a commissioner and an auditor give nothing", () => {
    const given = new Set(allCommands.flatMap((command) => rolesFor(command.name)))
    expect(roles.filter((role) => !given.has(role))).toEqual(["commissioner", "auditor"])
  })

  it("give what nobody knows: nobody", () => {
    for (const unknown of ["LendBook", "", "toString", "__proto__"]) {
      expect(roles.filter((role) => mayGive(role, unknown))).toEqual([])
    }
  })
})
