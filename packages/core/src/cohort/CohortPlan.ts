/**
 * How a cohort comes about: it is planned, workers are consulted, it is approved, it starts; or it is cancelled.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aDate, aPastDate, codes, idOf, idsOf, text, yesOrNo } from "../language/Kind.ts"
import { beforeWhatFollowed } from "../record/beforeWhatFollowed.ts"
import type { Following } from "../record/beforeWhatFollowed.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { StayBeforeWhatFollowed } from "../record/rules/StayBeforeWhatFollowed.ts"
import { NameATrainingLeadFirst } from "../scheme/rules/NameATrainingLeadFirst.ts"
import { hasTrainingLead, isRunningOn, notRunning, Scheme } from "../scheme/Scheme.ts"
import { everybodyInPost } from "../staff/everybodyInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { TrainByTheDefaultTemplate } from "../template/rules/TrainByTheDefaultTemplate.ts"
import { defaultTemplateOn, templateNotNow, TemplatesOf, TrainingTemplate } from "../template/TrainingTemplate.ts"
import { accreditations, taughtByAccredited, trainersOf } from "../training/Accreditation.ts"
import { trainingsIn } from "../training/TrainingRecord.ts"
import { Cohort, sessionIn } from "./Cohort.ts"
import {
  aConsultation,
  CohortApproved,
  CohortCancelled,
  CohortConsulted,
  CohortPlanned,
  CohortStarted,
  CohortStepTakenBack,
  theStaffing
} from "./CohortEvents.ts"
import { cohortNotNow, keysOf, refusedNow } from "./cohortSteps.ts"
import { everybodyInRole } from "./everybodyInRole.ts"
import { AskOnlyWorkers } from "./rules/AskOnlyWorkers.ts"
import { ConsultWorkersFirst } from "./rules/ConsultWorkersFirst.ts"
import { HaveATrainerForEverySession } from "./rules/HaveATrainerForEverySession.ts"
import { ProtectTimeAndRoom } from "./rules/ProtectTimeAndRoom.ts"
import { StaffCohortsAcrossDisciplines } from "./rules/StaffCohortsAcrossDisciplines.ts"
import { StartWithEnoughTrainees } from "./rules/StartWithEnoughTrainees.ts"

export const whichCohort = tagged("cohort", idOf("cohort"), "Which cohort?")
export const onWhichDay = open(aPastDate, "On which day?", "For example, 27 3 2016.")
export const why = personal(
  text(1000, true),
  { subject: "actor", keep: "administration" },
  "What is the reason?",
  "Do not include names."
)

export const PlanCohort = command("cohort", "PlanCohort", {
  title: "Plan a cohort",
  says: "Plans that people will be trained together, by the version of the template that is named here",
  begins: true,
  fields: {
    cohort: whichCohort,
    scheme: tagged("scheme", idOf("scheme"), "Of which scheme?"),
    template: tagged("template", idOf("template"), "By which template?"),
    startsOn: open(aDate, "On which day will it start?", "For example, 27 3 2016."),
    endsOn: open(aDate, "On which day will it end?", "For example, 27 3 2016."),
    wings: open(codes("B_WING"), "From which wings?", "Codes in capitals, separated by commas."),
    least: open(aCount(1, 100), "How many trainees does it take at least?", "A number, for example 5."),
    staffing: open(theStaffing, "Who staffs it, and in which discipline?"),
    on: open(aPastDate, "On which day was it planned?", "For example, 27 3 2016.")
  }
})

export const planCohort = decision(
  PlanCohort,
  [TrainByTheDefaultTemplate, StaffCohortsAcrossDisciplines, NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "PlanCohort")
    if (refused !== null) return refused
    const { endsOn, least, on, scheme: of, staffing, startsOn, template: by, wings } = command
    const scheme = yield* read(Scheme, of)
    if (!isRunningOn(scheme, on) || scheme.establishment === null) return notRunning(scheme)
    const { establishment } = scheme
    const template = yield* read(TrainingTemplate, by)
    if (template.status !== "Available" || template.scheme !== of) return templateNotNow(template)
    const templates = yield* read(TemplatesOf, of)
    return judge(
      TrainByTheDefaultTemplate.asks({ isDefault: defaultTemplateOn(templates, on) === by }),
      StaffCohortsAcrossDisciplines.asks({ disciplines: new Set(staffing.map((one) => one.discipline)).size }),
      yield* everybodyInPost(staffing.map(({ staff }) => staff), on),
      inOrder([endsOn, startsOn])
    ).accept(() => [
      CohortPlanned.make({
        of: command.cohort,
        on,
        data: {
          scheme: of,
          establishment,
          template: by,
          startsOn,
          endsOn,
          wings,
          least,
          staff: staffing.map(({ staff }) => staff),
          staffing
        }
      })
    ])
  }
)

export const HoldCohortConsultation = command("cohort", "HoldCohortConsultation", {
  title: "Record a consultation of workers",
  says: "Existing workers were asked about the contents of the training",
  fields: {
    cohort: whichCohort,
    workers: tagged("person", idsOf("person"), "Which workers were consulted?"),
    outcome: open(aConsultation, "What did it lead to?"),
    on: onWhichDay
  }
})

export const holdCohortConsultation = decision(HoldCohortConsultation, [AskOnlyWorkers], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "HoldCohortConsultation")
  if (refused !== null) return refused
  const { on, outcome, workers } = command
  if (workers.length === 0) return cohortNotNow(cohort, "Name at least one worker who was consulted")
  return judge(yield* everybodyInRole(cohort, workers, on)).accept(() => [
    CohortConsulted.make({ of: command.cohort, on, data: { ...keysOf(cohort), workers, outcome } })
  ])
})

export const ApproveCohort = command("cohort", "ApproveCohort", {
  title: "Approve a cohort",
  says: "The cohort may enrol people",
  fields: {
    cohort: whichCohort,
    approvedBy: tagged("staff", idOf("staff"), "Who approved it?", "The governor, or somebody who may act for them."),
    roomReserved: open(yesOrNo, "Is an undisturbed room reserved?"),
    timeProtected: open(yesOrNo, "Is the time protected for staff and workers?"),
    on: onWhichDay
  }
})

export const approveCohort = decision(
  ApproveCohort,
  [ConsultWorkersFirst, ProtectTimeAndRoom, NameATrainingLeadFirst, NameOnlyStaffInPost],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "ApproveCohort")
    if (refused !== null) return refused
    const { approvedBy, on, roomReserved, timeProtected } = command
    const scheme = yield* read(Scheme, cohort.scheme)
    return judge(
      ConsultWorkersFirst.asks({ consulted: cohort.consulted !== null }),
      ProtectTimeAndRoom.asks({ timeProtected, roomReserved }),
      NameATrainingLeadFirst.asks({ held: hasTrainingLead(scheme, on) }),
      yield* everybodyInPost([approvedBy], on)
    ).accept(() => [
      CohortApproved.make({
        of: command.cohort,
        on,
        data: { ...keysOf(cohort), approvedBy, roomReserved, timeProtected }
      })
    ])
  }
)

export const StartCohort = command("cohort", "StartCohort", {
  title: "Start a cohort",
  says: "Sessions are held from this day",
  fields: { cohort: whichCohort, on: open(aPastDate, "From which day?", "For example, 27 3 2016.") }
})

export const startCohort = decision(
  StartCohort,
  [StartWithEnoughTrainees, HaveATrainerForEverySession, KeepTheOrderOfEvents, StayBeforeWhatFollowed],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "StartCohort")
    if (refused !== null) return refused
    const template = yield* read(TrainingTemplate, cohort.template)
    const all = yield* trainingsIn(command.cohort)
    const trainees = all.filter(({ place, status }) => status === "Enrolled" && place !== "AD_HOC").length
    const accredited = yield* accreditations(trainersOf(cohort.sessions))
    const without = template.sessions.map(({ session }) => session).filter((key) => {
      const planned = sessionIn(cohort, key)
      return planned === null || !taughtByAccredited(planned, planned.heldOn, accredited)
    })
    return judge(
      StartWithEnoughTrainees.asks({ enrolled: trainees, least: cohort.least }),
      HaveATrainerForEverySession.asks({ without }),
      inOrder([command.on, cohort.steps.at(-1)?.on ?? null]),
      beforeWhatFollowed(
        command.on,
        cohort.sessions.map(({ delivered }): Following => ["SESSION_HELD", delivered?.on ?? null])
      )
    ).accept(() => [
      CohortStarted.make({ of: command.cohort, on: command.on, data: { ...keysOf(cohort), trainees } })
    ])
  }
)

export const CancelCohort = command("cohort", "CancelCohort", {
  title: "Cancel a cohort",
  says: "The cohort does not take place; what was attended already is kept by the trainees",
  fields: { cohort: whichCohort, on: onWhichDay, reason: why }
})

export const cancelCohort = decision(CancelCohort, [], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "CancelCohort")
  if (refused !== null) return refused
  return judge().accept(() => [
    CohortCancelled.make({ of: command.cohort, on: command.on, data: keysOf(cohort) })
  ])
})

export const TakeBackCohortStep = command("cohort", "TakeBackCohortStep", {
  title: "Take back the last step of a cohort",
  says: "The last step was recorded in error; the cohort is where it was before",
  fields: { cohort: whichCohort, reason: why }
})

export const takeBackCohortStep = decision(TakeBackCohortStep, [], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "TakeBackCohortStep")
  if (refused !== null) return refused
  const last = cohort.steps.at(-1)
  if (last === undefined) return cohortNotNow(cohort)
  return judge().accept(() => [
    CohortStepTakenBack.make({
      of: command.cohort,
      on: last.on,
      corrects: last.event,
      data: keysOf(cohort)
    })
  ])
})
