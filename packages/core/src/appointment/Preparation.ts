/**
 * What is recorded on the way to a role: risk and clearance, the job description handed over, the training completed.
 *
 * Each may be recorded again when it is renewed. Outcomes say something about risk and are personal; decisions see only
 * whether they were passed.
 */
import { command, deriving } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCode, aCount, aDate, aPastDate, idOf, yesOrNo } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { Appointment } from "./Appointment.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import {
  AppointmentTrainingRecorded,
  JobDescriptionAcknowledged,
  RiskAssessmentRecorded,
  SecurityClearanceRecorded
} from "./AppointmentEvents.ts"
import { clearanceOutcome, riskOutcome, trainingEvidence, trainingTemplate } from "./AppointmentKeys.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { unitOn } from "./AppointmentUnit.ts"
import { clearedToTrain } from "./Requirements.ts"
import { BeClearedBeforeTraining } from "./rules/BeClearedBeforeTraining.ts"

const selection = { subject: "person", keep: "selection" } as const
const onWhichDay = open(aPastDate, "On which day?", "For example, 27 3 2016.")

export const RecordRiskAssessment = deriving(
  "appointment",
  "RecordRiskAssessment",
  {
    title: "Record a risk assessment",
    says: "The risk of this person in this role, and on a unit, was assessed",
    fields: {
      appointment: whichAppointment,
      unit: optional(
        open(
          aCode("B_WING"),
          "For which unit is it good?",
          "A wing or a side, in capital letters. Leave empty for the unit on which they work."
        )
      ),
      outcome: personal(riskOutcome, selection, "What was the outcome?"),
      validUntil: open(aDate, "Until when is it good?", "The last day. For example, 27 3 2017."),
      on: onWhichDay
    }
  },
  { passed: open(yesOrNo, "Passed") },
  ({ outcome }) => ({ passed: outcome !== "NOT_SUITABLE" })
)

export const recordRiskAssessment = decision(RecordRiskAssessment, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "RecordRiskAssessment")
  if (refused !== null) return refused
  const { on, passed, validUntil } = command
  const unit = command.unit ?? unitOn(appointment, on)
  const known = appointment.risk.some((one) =>
    one.on === on && one.passed === passed && one.validUntil === validUntil && one.unit === unit
  )
  if (known) return nothingLikeIt(appointment, "This assessment is recorded already")
  const where = unit === null ? {} : { unit }
  return judge(inOrder([validUntil, on])).accept(() => [
    RiskAssessmentRecorded.make({
      of: command.appointment,
      on,
      data: { ...keysOf(appointment), passed, validUntil, ...where }
    })
  ])
})

export const RecordSecurityClearance = deriving(
  "appointment",
  "RecordSecurityClearance",
  {
    title: "Record a security clearance",
    says: "Security decided whether the person is cleared for the role",
    fields: {
      appointment: whichAppointment,
      outcome: personal(clearanceOutcome, selection, "What did security decide?"),
      validUntil: optional(open(aDate, "Until when is it good?", "The last day. Leave empty if it has no end.")),
      on: onWhichDay
    }
  },
  { cleared: open(yesOrNo, "Cleared") },
  ({ outcome }) => ({ cleared: outcome !== "NOT_CLEARED" })
)

export const recordSecurityClearance = decision(RecordSecurityClearance, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "RecordSecurityClearance")
  if (refused !== null) return refused
  const { cleared, on, validUntil } = command
  const known = appointment.clearance.some((one) =>
    one.on === on && one.passed === cleared && one.validUntil === (validUntil ?? null)
  )
  if (known) return nothingLikeIt(appointment, "This clearance is recorded already")
  const until = validUntil === undefined ? {} : { validUntil }
  return judge(inOrder([validUntil ?? on, on])).accept(() => [
    SecurityClearanceRecorded.make({
      of: command.appointment,
      on,
      data: { ...keysOf(appointment), cleared, ...until }
    })
  ])
})

export const AcknowledgeJobDescription = command("appointment", "AcknowledgeJobDescription", {
  title: "Record that the job description was acknowledged",
  says: "The person was given the job description and acknowledged it",
  fields: {
    appointment: whichAppointment,
    version: open(aCount(1, 999), "Which version of the job description?", "A number, for example 1."),
    on: onWhichDay
  }
})

export const acknowledgeJobDescription = decision(
  AcknowledgeJobDescription,
  [KeepTheOrderOfEvents],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "AcknowledgeJobDescription")
    if (refused !== null) return refused
    const scheme = yield* read(Scheme, appointment.scheme)
    const published = roleProfileOf(scheme, appointment.roleProfile, command.on)?.version ?? 0
    if (command.version > published) {
      return nothingLikeIt(appointment, `The job description has no version ${command.version} on that day`)
    }
    if (appointment.acknowledged.some((one) => one.on === command.on && one.version === command.version)) {
      return nothingLikeIt(appointment, "This acknowledgement is recorded already")
    }
    return judge(inOrder([command.on, appointment.begun?.on ?? null])).accept(() => [
      JobDescriptionAcknowledged.make({
        of: command.appointment,
        on: command.on,
        data: { ...keysOf(appointment), version: command.version }
      })
    ])
  }
)

export const RecordAppointmentTraining = command("appointment", "RecordAppointmentTraining", {
  title: "Record that the training is complete",
  says: "It was decided that the person has completed the training of the role",
  fields: {
    appointment: whichAppointment,
    template: open(trainingTemplate, "Which training?"),
    evidence: open(trainingEvidence, "From what is it known?"),
    decidedBy: tagged("staff", idOf("staff"), "Which member of staff decided it?"),
    on: open(aPastDate, "On which day was it decided?", "For example, 27 3 2016.")
  }
})

export const recordAppointmentTraining = decision(RecordAppointmentTraining, [
  NameOnlyStaffInPost,
  BeClearedBeforeTraining
], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "RecordAppointmentTraining")
  if (refused !== null) return refused
  const { decidedBy, evidence, on, template } = command
  if (appointment.training.some((one) => one.on === on && one.template === template && one.decidedBy === decidedBy)) {
    return nothingLikeIt(appointment, "This training is recorded already")
  }
  const staff = yield* read(Staff, decidedBy)
  const scheme = yield* read(Scheme, appointment.scheme)
  const profile = roleProfileOf(scheme, appointment.roleProfile, on)
  return judge(namedInPost(on, staff), clearedToTrain(appointment, profile, on)).accept(() => [
    AppointmentTrainingRecorded.make({
      of: command.appointment,
      on,
      data: { ...keysOf(appointment), template, evidence, decidedBy }
    })
  ])
})
