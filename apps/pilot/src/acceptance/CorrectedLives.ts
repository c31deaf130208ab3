/**
 * Every life of a small prison, told over HTTP: a course of twelve with its trainer, a new worker who shadowed a mentor,
 * was appointed and is supervised, another who shadows, an escalation, two people who are kept apart, and staff.
 */
import { demoPersonIn } from "../signin/DemoPeople.ts"
import {
  cohort,
  dayOf,
  facilitator,
  id,
  lead,
  people,
  prepared,
  scheme,
  sessions,
  trainings
} from "../testing/CourseStory.ts"
import type { HttpStory } from "../testing/HttpStory.ts"
import { mentorServes } from "./SchemeStory.ts"

export const kay = demoPersonIn("coordinator")?.id ?? ""
const olu = demoPersonIn("officer")?.id ?? ""
export const [other, role, templateOne] = [id(8), id(6), id(12)]
export const [worker, second, third] = [id(301), id(302), id(303)]
export const [signedOff, running] = [id(311), id(312)]
export const [supervision, escalation, twin, apart, route] = [id(321), id(331), id(332), id(341), id(351)]
export const support = id(361)
export const person = (place: number): string => people[place] ?? ""
export const training = (place: number): string => trainings[place] ?? ""

type Told = readonly [command: string, body: object]

const staff: ReadonlyArray<Told> = [
  ...[kay, olu, other].map((one): Told => [
    "RegisterStaff",
    { staff: one, name: "Ned Example", establishment: "ZZI", on: "2015-10-01" }
  ]),
  ...["ROLE_REMIT", "REFLECTIVE_SUPERVISION"].flatMap((competence) =>
    [kay, other].map((one): Told => ["RecordStaffCompetence", { staff: one, competence, on: "2015-10-01" }])
  )
]

const course: ReadonlyArray<Told> = [
  ...sessions.flatMap(({ day, session }): ReadonlyArray<Told> => [
    ["DeliverTrainingSession", {
      cohort,
      session,
      minutes: 60,
      deliverers: [facilitator],
      observers: [lead],
      timeProtected: true,
      on: dayOf(day)
    }],
    ["RecordSessionAttendance", {
      cohort,
      session,
      attendance: trainings.map((trainee) => ({ trainee, outcome: "ATTENDED" }))
    }]
  ]),
  ...[0, 1, 2, 3].map((place): Told => [
    "DecideTrainingCompletion",
    { training: training(place), decidedBy: lead, on: "2016-03-17" }
  ]),
  ["IssueTrainingCertificate", { training: training(0), on: "2016-03-17" }],
  ["CloseTrainingIncomplete", { training: training(4), on: "2016-03-17", reason: "Released soon" }],
  ["FinishCohortDelivery", { cohort, on: "2016-03-17" }],
  ["IntroduceTemplate", { template: templateOne, scheme, published: "TEMPLATE_1", on: "2015-11-02" }],
  ["GrantTrainingEquivalence", {
    template: id(2),
    session: "LOSS",
    from: templateOne,
    fromSession: "LOSS",
    credit: "FULL",
    decidedBy: lead,
    reason: "The same content",
    on: "2016-01-18"
  }]
]

const selected = (appointment: string, place: number): ReadonlyArray<Told> => {
  const on = "2016-03-18"
  const whom = { person: person(place), scheme, roleProfile: role }
  return [
    ["ApplyForAppointment", { appointment, ...whom, source: "WORD_OF_MOUTH", on }],
    ["BeginAppointmentSelection", { appointment, on }],
    ["RecordRiskAssessment", { appointment, outcome: "SUITABLE", validUntil: "2017-01-18", on }],
    ["AcknowledgeJobDescription", { appointment, version: 1, on }],
    ["SelectForAppointment", {
      appointment,
      incentiveLevel: "STANDARD",
      workplaceRisk: "LOW",
      expectedUntil: "2017-01-18",
      reasons: "Patient and reliable",
      on
    }]
  ]
}

const placements = (mentor: string, beside: string): ReadonlyArray<Told> => [
  ["PlanShadowing", { shadowing: signedOff, appointment: worker, mentor, startOn: "2016-03-21", on: "2016-03-21" }],
  ["StartShadowing", { shadowing: signedOff, on: "2016-03-21" }],
  ["PlanShadowing", {
    shadowing: running,
    appointment: second,
    mentor: beside,
    startOn: "2016-03-21",
    on: "2016-03-21"
  }],
  ["StartShadowing", { shadowing: running, on: "2016-03-21" }]
]

const afterwards: ReadonlyArray<Told> = [
  ["PauseShadowing", { shadowing: running, from: "2016-03-25", reason: "REGIME" }],
  ["ResumeShadowing", { shadowing: running, on: "2016-03-29" }],
  ["SignOffShadowing", { shadowing: signedOff, on: "2016-04-04" }],
  ["ActivateAppointment", {
    appointment: worker,
    supervisor: kay,
    firstSupervisionOn: "2016-04-11",
    identityItemOffered: true,
    on: "2016-04-04"
  }],
  ["ArrangeSupervision", {
    supervision,
    appointment: worker,
    supervisor: kay,
    framework: "GIBBS",
    managesAlone: false,
    on: "2016-04-05"
  }],
  ["HoldSupervision", {
    supervision,
    exploitation: "NOTHING",
    workload: "MANAGEABLE",
    confidentiality: "NOTHING",
    boundaries: "NOTHING",
    sharedNote: "Went well",
    on: "2016-04-08"
  }],
  ["OpenNonAssociation", {
    nonassociation: apart,
    person: person(10),
    other: person(11),
    level: "WING",
    reason: "A fight",
    on: "2016-04-05"
  }],
  ["DecideSchemePolicy", {
    scheme,
    limit: "supportReviewDays",
    value: 56,
    from: "2016-04-05",
    decidedBy: kay,
    on: "2016-04-05"
  }],
  ["OpenWorkerSupport", {
    support,
    person: person(0),
    occasion: "HARMED",
    way: "Seen every week",
    givenBy: other,
    reviewOn: "2016-04-18",
    on: "2016-04-05"
  }],
  ["OpenRoutes", { route, establishment: "ZZI", jurisdiction: "ENGLAND", on: "2016-01-04" }],
  ["DecideRouteHours", { route, opensAt: "08:30", closesAt: "17:00", decidedBy: kay, on: "2016-01-04" }],
  ["FillRoutePost", { route, post: "HEALTHCARE", holder: olu, cover: other, on: "2016-01-04" }],
  ["FillRoutePost", { route, post: "DUTY_GOVERNOR", holder: other, on: "2016-01-04" }],
  ...[escalation, twin].map((one): Told => ["RaiseEscalation", {
    escalation: one,
    scheme,
    category: "HEALTH",
    basis: "AGREED",
    urgency: "ROUTINE",
    subject: person(5)
  }]),
  ["AcknowledgeEscalation", { escalation }],
  ["ResolveEscalation", { escalation, done: "Seen by the nurse" }],
  ["RecordLegalStatus", { person: person(0), status: "SENTENCED", on: "2016-04-06" }]
]

/** Tells all of it, with the clock at the end on Monday 11 April 2016; and says which mentors there are. */
export const everyLife = async (story: HttpStory): Promise<{ readonly mentor: string; readonly beside: string }> => {
  const tell = async (told: ReadonlyArray<Told>): Promise<void> => {
    for (const [command, body] of told) await story.done(command, body)
  }
  await tell([...prepared, ...staff, ...course])
  const serving = { scheme, roleProfile: role, staff: lead }
  for (const competence of ["ROLE_REMIT", "REFLECTIVE_SUPERVISION"]) {
    await story.done("RecordStaffCompetence", { staff: lead, competence, on: "2015-10-01" })
  }
  const { person: mentor } = await mentorServes(story, serving, "2016-03-18")
  const { person: beside } = await mentorServes(story, serving, "2016-03-18")
  await tell([...selected(worker, 0), ...selected(second, 1), ...selected(third, 2)])
  await story.moveTo("2016-03-21T09:00")
  await tell(placements(mentor, beside))
  await story.moveTo("2016-04-11T09:00")
  await tell(afterwards)
  return { mentor, beside }
}
