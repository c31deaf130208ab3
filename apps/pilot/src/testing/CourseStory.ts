/**
 * A course of twelve people on three days, as a program prepares it: everything until the first morning.
 */
import { publishedTemplates, sessionKeys } from "@peerwork/core"

export const id = (number: number): string => `0c7a0000-0000-4000-8000-${String(number).padStart(12, "0")}`

export const [scheme, template, cohort, facilitator, lead, roleProfile] = [id(1), id(2), id(3), id(4), id(5), id(6)]
/** Somebody who is in the role since before the scheme. */
export const worker = id(90)
export const people = Array.from({ length: 12 }, (_, index) => id(100 + index))
export const trainings = people.map((_, index) => id(200 + index))
export const { sessions } = publishedTemplates.TEMPLATE_2
export const dayOf = (day: number): string => `2016-03-${13 + day}`

/** Everything until the first morning of the course, as a program would send it. */
export const prepared: ReadonlyArray<readonly [command: string, body: Readonly<Record<string, unknown>>]> = [
  ...[facilitator, lead].map((staff) =>
    ["RegisterStaff", { staff, name: "Kay Example", establishment: "ZZI", on: "2015-10-01" }] as const
  ),
  ["ProposeScheme", { scheme, establishment: "ZZI", code: "PEER_SUPPORT", on: "2015-10-01" }],
  ["WriteSchemeDesign", {
    scheme,
    purpose: "Support",
    targetNeed: "Older people",
    monitoring: "Monthly",
    evaluation: "At the end",
    plannedUntil: "2017-10-01",
    on: "2015-10-01"
  }],
  ["PublishRoleProfile", {
    scheme,
    roleProfile,
    code: "PEER_SUPPORT_WORKER",
    tasks: ["BEFRIENDING"],
    confidentiality: "BOUNDED",
    pay: "VOLUNTEER",
    asksForShadowing: true,
    asksForClearance: false,
    inCommunity: false,
    on: "2015-10-01"
  }],
  ["NameTrainingLead", { scheme, lead, on: "2015-10-01" }],
  ...Object.entries({
    supervisionEveryDays: 28,
    refresherEveryMonths: 12,
    riskAssessmentMonths: 12,
    mentorMonthsInRole: 6,
    shadowersPerMentor: 1,
    minimumServiceDays: 90,
    lateRecordingDays: 7,
    legacyWaiverMonths: 12,
    accreditationMonths: 12,
    acknowledgeImmediateMinutes: 15,
    acknowledgeSameDayMinutes: 240,
    acknowledgeRoutineWorkingDays: 2
  }).map(([limit, value]) =>
    ["DecideSchemePolicy", {
      scheme,
      limit,
      value,
      from: "2015-10-01",
      decidedBy: lead,
      on: "2015-10-01"
    }] as const
  ),
  ["StartSchemePilot", { scheme, on: "2015-10-01" }],
  ["RegisterTrainer", {
    trainer: facilitator,
    professions: ["NURSE", "OCCUPATIONAL_THERAPIST"],
    affiliation: "VISITING",
    on: "2015-10-01"
  }],
  ...sessionKeys.map((session) =>
    ["AccreditTrainer", {
      trainer: facilitator,
      session,
      basis: "QUALIFIED",
      scheme,
      decidedBy: lead,
      on: "2015-10-01"
    }] as const
  ),
  ["IntroduceTemplate", { template, scheme, published: "TEMPLATE_2", on: "2015-10-02" }],
  ["AdoptTemplateAsDefault", { template, decidedBy: lead, on: "2015-10-02" }],
  ...people.map((person, index) =>
    ["RegisterPerson", {
      person,
      prisonNumber: `A${1000 + index}AA`,
      familyName: `Smith${String.fromCharCode(65 + index)}`,
      givenName: "Tom",
      establishment: "ZZI",
      wing: "A_WING",
      on: "2015-01-05"
    }] as const
  ),
  ["RegisterPerson", {
    person: worker,
    prisonNumber: "A3000AA",
    familyName: "Jones",
    givenName: "Ray",
    establishment: "ZZI",
    wing: "A_WING",
    on: "2013-01-07"
  }],
  ["RegisterLegacyWorker", {
    appointment: id(91),
    person: worker,
    scheme,
    roleProfile,
    inRoleSince: "2014-01-06",
    waiverUntil: "2016-09-30",
    attestedBy: lead,
    on: "2015-10-05"
  }],
  ["PlanCohort", {
    cohort,
    scheme,
    template,
    startsOn: dayOf(1),
    endsOn: dayOf(3),
    wings: ["A_WING"],
    least: 6,
    staffing: [
      { staff: facilitator, discipline: "VISITING_FACILITATOR" },
      { staff: lead, discipline: "PRISON_OFFICER" }
    ],
    on: "2016-02-01"
  }],
  ["HoldCohortConsultation", { cohort, workers: [worker], outcome: "CONFIRMED", on: "2016-02-02" }],
  ["ApproveCohort", { cohort, approvedBy: lead, roomReserved: true, timeProtected: true, on: "2016-02-03" }],
  ["OpenCohortEnrolment", { cohort, places: 12, on: "2016-02-04" }],
  ...people.map((person, index) =>
    ["EnrolTrainee", { training: trainings[index], cohort, person, place: "FULL", on: "2016-02-05" }] as const
  ),
  ...sessions.map(({ day, session }) =>
    ["ScheduleTrainingSession", {
      cohort,
      session,
      heldOn: dayOf(day),
      minutes: 60,
      deliverers: [facilitator],
      on: "2016-02-08"
    }] as const
  ),
  ["StartCohort", { cohort, on: dayOf(1) }]
]
