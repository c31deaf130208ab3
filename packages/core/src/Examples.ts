/**
 * Examples: small invented histories to try the law on, told through its own commands.
 *
 * Establishment, names and prison numbers are invented. The dates hang on the one that the caller gives.
 */
import { RegulariseLegacyWorker } from "./appointment/Activation.ts"
import { ProposeAppointment, RegisterLegacyWorker } from "./appointment/AppointmentEntry.ts"
import {
  AcknowledgeJobDescription,
  RecordAppointmentTraining,
  RecordRiskAssessment
} from "./appointment/Preparation.ts"
import { BeginAppointmentSelection, SelectForAppointment } from "./appointment/Selection.ts"
import type { Given } from "./language/Command.ts"
import { establishment as codeOf } from "./language/EstablishmentCode.ts"
import type { Happened } from "./language/Event.ts"
import { addDays, addMonths, date } from "./language/LocalDate.ts"
import type { LocalDate } from "./language/LocalDate.ts"
import { prisonNumber } from "./language/PrisonNumber.ts"
import { decide } from "./OverEvents.ts"
import { RegisterPerson } from "./person/PersonRegistration.ts"
import { PublishRoleProfile } from "./scheme/RoleProfileDecisions.ts"
import { limitNames } from "./scheme/SchemeLimits.ts"
import type { LimitName } from "./scheme/SchemeLimits.ts"
import { DecideSchemePolicy } from "./scheme/SchemePolicyDecisions.ts"
import { NameTrainingLead, ProposeScheme, WriteSchemeDesign } from "./scheme/SchemePreparation.ts"
import { StartSchemePilot } from "./scheme/SchemeRunning.ts"
import { PlanShadowing, StartShadowing } from "./shadowing/ShadowingStart.ts"
import { RecordStaffCompetence } from "./staff/StaffCompetence.ts"
import { RegisterStaff } from "./staff/StaffRegistration.ts"

/** An invented history, and the ids in it that a caller needs. */
export interface ExampleShadowing {
  readonly events: ReadonlyArray<Happened>
  readonly scheme: string
  readonly roleProfile: string
  readonly coordinator: string
  readonly worker: string
  readonly mentor: string
  readonly appointment: string
  readonly mentorAppointment: string
  readonly shadowing: string
}

const id = (number: number): string => `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`

const ids = {
  scheme: id(1),
  roleProfile: id(2),
  coordinator: id(3),
  worker: id(4),
  mentor: id(5),
  appointment: id(6),
  mentorAppointment: id(7),
  shadowing: id(8)
}

const establishment = codeOf("ZZI")

/** Invented numbers for the limits that no document fixes. */
export const inventedLimits: Readonly<Partial<Record<LimitName, number>>> = {
  supervisionEveryDays: 28,
  refresherEveryMonths: 12,
  riskAssessmentMonths: 12,
  mentorMonthsInRole: 6,
  shadowersPerMentor: 1,
  minimumServiceDays: 90,
  lateRecordingDays: 7,
  legacyWaiverMonths: 12,
  acknowledgeImmediateMinutes: 15,
  acknowledgeSameDayMinutes: 240,
  acknowledgeRoutineWorkingDays: 2
}

const schemeRunning = (from: LocalDate): ReadonlyArray<Given> => [
  RegisterStaff.make({ staff: ids.coordinator, name: "Kay Example", establishment, on: from }),
  RecordStaffCompetence.make({ staff: ids.coordinator, competence: "ROLE_REMIT", on: from }),
  RecordStaffCompetence.make({ staff: ids.coordinator, competence: "REFLECTIVE_SUPERVISION", on: from }),
  ProposeScheme.make({ scheme: ids.scheme, establishment, code: "PEER_SUPPORT", on: from }),
  WriteSchemeDesign.make({
    scheme: ids.scheme,
    purpose: "Practical and emotional support",
    targetNeed: "Older and disabled people in prison",
    monitoring: "Monthly, by the coordinator",
    evaluation: "At the end of the pilot",
    plannedUntil: addMonths(from, 24),
    on: from
  }),
  PublishRoleProfile.make({
    scheme: ids.scheme,
    roleProfile: ids.roleProfile,
    code: "PEER_SUPPORT_WORKER",
    tasks: ["BEFRIENDING"],
    confidentiality: "BOUNDED",
    pay: "VOLUNTEER",
    asksForShadowing: true,
    asksForClearance: false,
    inCommunity: false,
    on: from
  }),
  NameTrainingLead.make({ scheme: ids.scheme, lead: ids.coordinator, on: from }),
  ...limitNames.flatMap((limit) => {
    const value = inventedLimits[limit]
    return value === undefined
      ? []
      : [DecideSchemePolicy.make({ scheme: ids.scheme, limit, value, from, decidedBy: ids.coordinator, on: from })]
  }),
  StartSchemePilot.make({ scheme: ids.scheme, on: from })
]

const mentorInRole = (from: LocalDate): ReadonlyArray<Given> => [
  RegisterPerson.make({
    person: ids.mentor,
    prisonNumber: prisonNumber("A1234AA"),
    familyName: "Mentor",
    givenName: "Max",
    establishment,
    on: addMonths(from, -24)
  }),
  RegisterLegacyWorker.make({
    appointment: ids.mentorAppointment,
    person: ids.mentor,
    scheme: ids.scheme,
    roleProfile: ids.roleProfile,
    inRoleSince: addMonths(from, -24),
    waiverUntil: addMonths(from, 6),
    attestedBy: ids.coordinator,
    on: from
  }),
  AcknowledgeJobDescription.make({ appointment: ids.mentorAppointment, version: 1, on: from }),
  RecordAppointmentTraining.make({
    appointment: ids.mentorAppointment,
    template: "TEMPLATE_1",
    evidence: "REGISTER",
    decidedBy: ids.coordinator,
    on: from
  }),
  RegulariseLegacyWorker.make({
    appointment: ids.mentorAppointment,
    supervisor: ids.coordinator,
    firstSupervisionOn: addDays(from, 7),
    on: from
  })
]

const workerTrained = (from: LocalDate): ReadonlyArray<Given> => [
  RegisterPerson.make({
    person: ids.worker,
    prisonNumber: prisonNumber("A1235AA"),
    familyName: "Worker",
    givenName: "Will",
    establishment,
    on: from
  }),
  ProposeAppointment.make({
    appointment: ids.appointment,
    person: ids.worker,
    scheme: ids.scheme,
    roleProfile: ids.roleProfile,
    source: "STAFF",
    on: from
  }),
  BeginAppointmentSelection.make({ appointment: ids.appointment, on: from }),
  RecordRiskAssessment.make({
    appointment: ids.appointment,
    outcome: "SUITABLE",
    validUntil: addMonths(from, 12),
    on: from
  }),
  SelectForAppointment.make({
    appointment: ids.appointment,
    incentiveLevel: "STANDARD",
    workplaceRisk: "LOW",
    expectedUntil: addMonths(from, 24),
    reasons: "Patient and reliable",
    on: from
  }),
  RecordAppointmentTraining.make({
    appointment: ids.appointment,
    template: "TEMPLATE_2",
    evidence: "REGISTER",
    decidedBy: ids.coordinator,
    on: from
  })
]

const shadows = (startOn: LocalDate, planned: LocalDate): ReadonlyArray<Given> => [
  PlanShadowing.make({
    shadowing: ids.shadowing,
    appointment: ids.appointment,
    mentor: ids.mentor,
    startOn,
    on: planned
  }),
  StartShadowing.make({ shadowing: ids.shadowing, on: startOn })
]

/** A new worker who began to shadow an eligible mentor on the date: `shadowingSince("2016-03-21")`. */
export const shadowingSince = (start: string): ExampleShadowing => {
  const startOn = date(start)
  const before = addDays(startOn, -14)
  const commands = [
    ...schemeRunning(before),
    ...mentorInRole(before),
    ...workerTrained(before),
    ...shadows(startOn, before)
  ]
  const events = commands.reduce<ReadonlyArray<Happened>>((history, command) => {
    const { decision, events: after } = decide(command, history, { today: startOn })
    if (decision._tag === "Refused") throw new TypeError(`The example of ${start} breaks at ${command._tag}`)
    return after
  }, [])
  return { ...ids, events }
}
