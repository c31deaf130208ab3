/**
 * A small course to tell stories in: template 2 in a cohort of three days, taught by a facilitator who is accredited for
 * every session. All of it is invented.
 */
import { OpenCohortEnrolment } from "../cohort/CohortPlaces.ts"
import { ApproveCohort, HoldCohortConsultation, PlanCohort, StartCohort } from "../cohort/CohortPlan.ts"
import { DeliverTrainingSession, ScheduleTrainingSession } from "../cohort/CohortSessions.ts"
import type { Given } from "../language/Command.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { RegisterStaff } from "../staff/StaffRegistration.ts"
import { publishedTemplates } from "../template/PublishedTemplates.ts"
import { AdoptTemplateAsDefault, IntroduceTemplate } from "../template/TemplateChoice.ts"
import { AccreditTrainer } from "../trainer/TrainerAccreditation.ts"
import { RegisterTrainer } from "../trainer/TrainerRegistration.ts"
import { RecordSessionAttendance } from "../training/Attendance.ts"
import { DecideTrainingCompletion } from "../training/CompletionDecisions.ts"
import { EnrolTrainee } from "../training/Enrolment.ts"
import { sessionKeys } from "../training/SessionCatalogue.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { id, kay, lee, legacy, max, maxsRole, opened, scheme, wes, will, ZZI } from "./SmallPrison.ts"

export const [templateOne, templateTwo] = [id(51), id(52)] as const
export const cohort = id(53)
/** The facilitator is accredited for every session, the nurse for none. */
export const [facilitator, nurse] = [id(55), id(56)] as const
export const [willsTraining, wessTraining, maxsTraining, mosTraining] = [id(57), id(58), id(59), id(60)] as const

/** The first day of the course. */
export const monday = date("2016-03-14")

const opening = date("2015-10-01")

const staffed: ReadonlyArray<Given> = [
  ...[facilitator, nurse].map((staff) =>
    RegisterStaff.make({ staff, name: "Somebody", establishment: ZZI, on: opening })
  ),
  RegisterTrainer.make({
    trainer: facilitator,
    professions: ["NURSE", "OCCUPATIONAL_THERAPIST"],
    affiliation: "VISITING",
    on: opening
  }),
  DecideSchemePolicy.make({
    scheme,
    limit: "accreditationMonths",
    value: 36,
    from: opening,
    decidedBy: kay,
    on: opening
  }),
  ...sessionKeys.map((session) =>
    AccreditTrainer.make({ trainer: facilitator, session, basis: "QUALIFIED", scheme, decidedBy: kay, on: opening })
  )
]

/** Template 2 is the default, the facilitator is accredited, and Max is in the role since before the scheme. */
export const prepared = opened.on(
  "2015-10-02",
  ...staffed,
  IntroduceTemplate.make({ template: templateTwo, scheme, published: "TEMPLATE_2", on: date("2015-10-02") }),
  AdoptTemplateAsDefault.make({ template: templateTwo, decidedBy: kay, on: date("2015-10-02") })
).on("2015-10-05", legacy(maxsRole, max))

export const planCohort = (of = cohort, by = templateTwo, more: object = {}): Given =>
  PlanCohort.make({
    cohort: of,
    scheme,
    template: by,
    startsOn: monday,
    endsOn: addDays(monday, 2),
    wings: ["A_WING", "B_WING"],
    least: 2,
    staffing: [
      { staff: facilitator, discipline: "VISITING_FACILITATOR" },
      { staff: nurse, discipline: "NURSE" }
    ],
    on: date("2016-02-01"),
    ...more
  })

export const schedule = (session: SessionKey, day: number, of = cohort, deliverers = [facilitator]): Given =>
  ScheduleTrainingSession.make({
    cohort: of,
    session,
    heldOn: addDays(monday, day - 1),
    minutes: 60,
    deliverers,
    on: date("2016-02-15")
  })

export const enrol = (training: string, person: string, more: object = {}): Given =>
  EnrolTrainee.make({ training, cohort, person, place: "FULL", on: date("2016-02-22"), ...more })

/** Consulted, approved, with three places, and every session of the template on its day. */
export const recruiting = prepared.on(
  "2016-02-15",
  planCohort(),
  HoldCohortConsultation.make({ cohort, workers: [max], outcome: "CONFIRMED", on: date("2016-02-08") }),
  ApproveCohort.make({ cohort, approvedBy: lee, roomReserved: true, timeProtected: true, on: date("2016-02-10") }),
  OpenCohortEnrolment.make({ cohort, places: 3, on: date("2016-02-12") }),
  ...publishedTemplates.TEMPLATE_2.sessions.map(({ day, session }) => schedule(session, day))
)

/** Will and Wes are enrolled, and the course has begun. */
export const begun = recruiting
  .on("2016-02-22", enrol(willsTraining, will), enrol(wessTraining, wes))
  .on("2016-03-14", StartCohort.make({ cohort, on: monday }))

/** On which day of the course the session is held. */
export const dayOf = (session: SessionKey): number =>
  publishedTemplates.TEMPLATE_2.sessions.find((one) => one.session === session)?.day ?? 1

export const deliver = (session: SessionKey, more: object = {}): Given =>
  DeliverTrainingSession.make({
    cohort,
    session,
    minutes: 60,
    deliverers: [facilitator],
    observers: [],
    timeProtected: true,
    on: addDays(monday, dayOf(session) - 1),
    ...more
  })

interface Mark {
  readonly trainee: string
  readonly outcome:
    | "ATTENDED"
    | "LATE"
    | "LEFT_EARLY"
    | "ABSENT_ACCEPTABLE"
    | "ABSENT_UNACCEPTABLE"
    | "SESSION_NOT_HELD"
  readonly minutes?: number
}

export const attended = (...trainees: ReadonlyArray<string>): ReadonlyArray<Mark> =>
  trainees.map((trainee) => ({ trainee, outcome: "ATTENDED" }))

export const attend = (session: SessionKey, ...attendance: ReadonlyArray<Mark>): Given =>
  RecordSessionAttendance.make({ cohort, session, attendance })

/** The sessions of template 2, held, and attended by Will and Wes; but for those that are left out. */
export const heldAll = (...without: ReadonlyArray<SessionKey>): ReadonlyArray<Given> =>
  publishedTemplates.TEMPLATE_2.sessions.map(({ session }) => session).filter((session) => !without.includes(session))
    .flatMap((session) => [deliver(session), attend(session, ...attended(willsTraining, wessTraining))])

export const complete = (training: string, on: string, more: object = {}): Given =>
  DecideTrainingCompletion.make({ training, decidedBy: kay, on: date(on), ...more })

/** Every session is held and attended; nobody has decided. */
export const taught = begun.on("2016-03-16", ...heldAll())
