/**
 * A scheme that runs, told over HTTP: staff, limits, a role that asks for shadowing, and a mentor who was in role
 * before it. People, numbers and limits are invented.
 */
import { randomUUID } from "node:crypto"
import type { Breach, Role } from "./RunningApp.ts"

/** What the stories look at of an answer. */
interface Answered {
  readonly status: number
  readonly body: { readonly breaches?: ReadonlyArray<Breach> }
}

/** Whatever takes a command: an app in a process of its own, or one that is served in the test's. */
export interface Gives {
  give(command: string, body: object, as?: Role): Promise<Answered>
}

/** The ids that a story goes on with. */
export interface RunningScheme {
  readonly scheme: string
  readonly roleProfile: string
  readonly staff: string
}

const limits = {
  supervisionEveryDays: 28,
  refresherEveryMonths: 12,
  riskAssessmentMonths: 12,
  mentorMonthsInRole: 6,
  shadowersPerMentor: 3,
  minimumServiceDays: 30,
  lateRecordingDays: 60,
  legacyWaiverMonths: 12,
  acknowledgeImmediateMinutes: 15,
  acknowledgeSameDayMinutes: 240,
  acknowledgeRoutineWorkingDays: 2
}

const accepted = async (answer: Promise<Answered>, what: string): Promise<Answered> => {
  const given = await answer
  if (given.status !== 200 && given.status !== 201) {
    throw new Error(`${what} was answered ${given.status}: ${JSON.stringify(given.body)}`)
  }
  return given
}

/** Gives a command that must be accepted. */
export const done = (app: Gives, command: string, body: object): Promise<Answered> =>
  accepted(app.give(command, body), command)

/** Sets up a scheme that runs as a pilot from the day. */
export const schemeRuns = async (app: Gives, on: string): Promise<RunningScheme> => {
  const ids = { scheme: randomUUID(), roleProfile: randomUUID(), staff: randomUUID() }
  const { roleProfile, scheme, staff } = ids
  await done(app, "RegisterStaff", { staff, name: "Kay Example", establishment: "ZZI", on })
  for (const competence of ["ROLE_REMIT", "REFLECTIVE_SUPERVISION"]) {
    await done(app, "RecordStaffCompetence", { staff, competence, on })
  }
  await done(app, "ProposeScheme", { scheme, establishment: "ZZI", code: "PEER_SUPPORT", on })
  await done(app, "WriteSchemeDesign", {
    scheme,
    purpose: "Practical and emotional support",
    targetNeed: "Older people in prison",
    plannedUntil: "2027-12-31",
    monitoring: "Monthly",
    evaluation: "At the end",
    on
  })
  await done(app, "PublishRoleProfile", {
    scheme,
    roleProfile,
    code: "PEER_SUPPORT_WORKER",
    tasks: ["BEFRIENDING"],
    confidentiality: "BOUNDED",
    pay: "VOLUNTEER",
    asksForShadowing: true,
    asksForClearance: false,
    inCommunity: false,
    on
  })
  await done(app, "NameTrainingLead", { scheme, lead: staff, on })
  for (const [limit, value] of Object.entries(limits)) {
    await done(app, "DecideSchemePolicy", { scheme, limit, value, from: on, decidedBy: staff, on })
  }
  await done(app, "StartSchemePilot", { scheme, on })
  return ids
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
let lastNumber = 0

/** A prison number that no test used before. */
export const newPrisonNumber = (): string => {
  lastNumber += 1
  const letter = (place: number): string => letters[Math.floor(lastNumber / place) % 26] ?? "A"
  return `A${String(lastNumber % 10_000).padStart(4, "0")}${letter(10_000)}${letter(260_000)}`
}

/** Registers somebody at the establishment since the day. */
export const personArrives = async (app: Gives, on: string): Promise<string> => {
  const person = randomUUID()
  await done(app, "RegisterPerson", {
    person,
    prisonNumber: newPrisonNumber(),
    familyName: "Example",
    givenName: "Pat",
    establishment: "ZZI",
    on
  })
  return person
}

/** Somebody who may be shadowed from the day on: in role for years, trained on that day or before, regularised. */
export const mentorServes = async (
  app: Gives,
  { roleProfile, scheme, staff }: RunningScheme,
  on: string,
  trainedOn = on
): Promise<{ readonly person: string; readonly appointment: string }> => {
  const person = await personArrives(app, "2010-01-11")
  const appointment = randomUUID()
  await done(app, "RegisterLegacyWorker", {
    appointment,
    person,
    scheme,
    roleProfile,
    inRoleSince: "2011-11-14",
    waiverUntil: addDays(on, 200),
    attestedBy: staff,
    on
  })
  await done(app, "AcknowledgeJobDescription", { appointment, version: 1, on })
  await done(app, "RecordAppointmentTraining", {
    appointment,
    template: "TEMPLATE_2",
    evidence: "REGISTER",
    decidedBy: staff,
    on: trainedOn
  })
  await done(app, "RegulariseLegacyWorker", {
    appointment,
    supervisor: staff,
    firstSupervisionOn: addDays(on, 7),
    on
  })
  return { person, appointment }
}

/** Somebody who was proposed is considered, and selected on the day. */
export const isSelected = async (app: Gives, appointment: string, until: string, on: string): Promise<void> => {
  await done(app, "BeginAppointmentSelection", { appointment, on })
  await done(app, "RecordRiskAssessment", { appointment, outcome: "SUITABLE", validUntil: until, on })
  await done(app, "AcknowledgeJobDescription", { appointment, version: 1, on })
  await done(app, "SelectForAppointment", {
    appointment,
    incentiveLevel: "STANDARD",
    workplaceRisk: "LOW",
    expectedUntil: until,
    reasons: "Patient and reliable",
    on
  })
}

/** Somebody selected and trained, who may now shadow. */
export const workerTrains = async (
  app: Gives,
  { roleProfile, scheme, staff }: RunningScheme,
  on: string
): Promise<{ readonly person: string; readonly appointment: string }> => {
  const person = await personArrives(app, on)
  const appointment = randomUUID()
  await done(app, "ApplyForAppointment", { appointment, person, scheme, roleProfile, source: "WORD_OF_MOUTH", on })
  await isSelected(app, appointment, addDays(on, 300), on)
  await done(app, "RecordAppointmentTraining", {
    appointment,
    template: "TEMPLATE_2",
    evidence: "REGISTER",
    decidedBy: staff,
    on
  })
  return { person, appointment }
}

/** Plans and starts a shadowing on the day. */
export const shadows = async (app: Gives, appointment: string, mentor: string, on: string): Promise<string> => {
  const shadowing = randomUUID()
  await done(app, "PlanShadowing", { shadowing, appointment, mentor, startOn: on, on })
  await done(app, "StartShadowing", { shadowing, on })
  return shadowing
}

/** Dates worked out by the calendar of the platform, not by the code under test. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
