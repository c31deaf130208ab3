/**
 * Selection: staff consider a person for a role, record risk and clearance, hand over the job description, and decide.
 */
import { command, deriving } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aDate, aPastDate, idOf, oneOf, text, yesOrNo } from "../language/Kind.ts"
import { daysBetween } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { limitOn, roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { Appointment } from "./Appointment.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import {
  AppointmentDeclined,
  AppointmentSelected,
  AppointmentSelectionBegun,
  AppointmentTrainingRecorded,
  JobDescriptionAcknowledged,
  RiskAssessmentRecorded,
  SecurityClearanceRecorded
} from "./AppointmentEvents.ts"
import { clearanceOutcome, declineReason, riskOutcome, trainingEvidence, trainingTemplate } from "./AppointmentKeys.ts"
import { keysOf, refusedNow } from "./appointmentSteps.ts"
import { namedInPost, riskAssessed, securityCleared } from "./Requirements.ts"
import { BeClearedBySecurity } from "./rules/BeClearedBySecurity.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"
import { ConsiderSuitability } from "./rules/ConsiderSuitability.ts"
import { ExpectToStayLongEnough } from "./rules/ExpectToStayLongEnough.ts"
import { ShowEarlierRemovals } from "./rules/ShowEarlierRemovals.ts"
import { standingsOf } from "./Standing.ts"

const selection = { subject: "person", keep: "selection" } as const
const onWhichDay = open(aPastDate, "On which day?", "For example, 27 3 2016.")

export const BeginAppointmentSelection = command("appointment", "BeginAppointmentSelection", {
  title: "Begin selection",
  says: "Staff begin to consider the person for the role",
  fields: { appointment: whichAppointment, on: onWhichDay }
})

export const beginAppointmentSelection = decision(BeginAppointmentSelection, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "BeginAppointmentSelection")
  if (refused !== null) return refused
  return judge(inOrder([command.on, appointment.begun?.on ?? null])).accept(() => [
    AppointmentSelectionBegun.make({ of: command.appointment, on: command.on, data: keysOf(appointment) })
  ])
})

export const RecordRiskAssessment = deriving(
  "appointment",
  "RecordRiskAssessment",
  {
    title: "Record a risk assessment",
    says: "The risk of this person in this role was assessed",
    fields: {
      appointment: whichAppointment,
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
  return judge(inOrder([validUntil, on])).accept(() => [
    RiskAssessmentRecorded.make({ of: command.appointment, on, data: { ...keysOf(appointment), passed, validUntil } })
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

export const acknowledgeJobDescription = decision(AcknowledgeJobDescription, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "AcknowledgeJobDescription")
  if (refused !== null) return refused
  return judge(inOrder([command.on, appointment.begun?.on ?? null])).accept(() => [
    JobDescriptionAcknowledged.make({
      of: command.appointment,
      on: command.on,
      data: { ...keysOf(appointment), version: command.version }
    })
  ])
})

export const SelectForAppointment = deriving(
  "appointment",
  "SelectForAppointment",
  {
    title: "Select for the role",
    says: "Staff select the person, having weighed what speaks for and against it",
    fields: {
      appointment: whichAppointment,
      incentiveLevel: personal(
        oneOf({ BASIC: "Basic", STANDARD: "Standard", ENHANCED: "Enhanced" }),
        selection,
        "What is their incentive level?"
      ),
      workplaceRisk: personal(
        oneOf({ LOW: "Low", MEDIUM: "Medium", HIGH: "High" }),
        selection,
        "What is their workplace risk?"
      ),
      expectedUntil: personal(
        aDate,
        selection,
        "Until when are they expected to stay at the establishment?",
        "For example, 27 9 2017."
      ),
      reasons: personal(text(2000, true), selection, "What are the reasons for selecting them?"),
      on: onWhichDay
    }
  },
  { against: open(aCount(0, 2), "Facts against"), daysExpected: open(aCount(), "Days expected") },
  ({ expectedUntil, incentiveLevel, on, workplaceRisk }) => ({
    against: (incentiveLevel === "BASIC" ? 1 : 0) + (workplaceRisk === "HIGH" ? 1 : 0),
    daysExpected: Math.max(0, daysBetween(on, expectedUntil))
  })
)

export const selectForAppointment = decision(
  SelectForAppointment,
  [
    KeepTheOrderOfEvents,
    BeRiskAssessedForTheRole,
    BeClearedBySecurity,
    ConsiderSuitability,
    ShowEarlierRemovals,
    ExpectToStayLongEnough
  ],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "SelectForAppointment")
    if (refused !== null) return refused
    const scheme = yield* read(Scheme, appointment.scheme)
    const [standing] = yield* standingsOf([appointment.person])
    const others = (standing?.appointments ?? []).filter((one) => one.begun?.event !== appointment.begun?.event)
    const otherRoles = others.filter((one) => one.inRole !== null && one.step !== "Ended").length
    const earlierRemovals = others.filter((one) => one.scheme === appointment.scheme && one.ended?.removed === true).length
    const mismatches = command.against + (otherRoles > 0 ? 1 : 0)
    const profile = roleProfileOf(scheme, appointment.roleProfile)
    const shadowing = profile?.asksForShadowing === true ? limitOn(scheme, "shadowingDays", command.on) ?? 0 : 0
    return judge(
      inOrder([command.on, appointment.begun?.on ?? null]),
      riskAssessed(appointment, scheme, command.on),
      securityCleared(appointment, profile, command.on),
      ConsiderSuitability.asks({ mismatches }),
      ShowEarlierRemovals.asks({ removals: earlierRemovals }),
      ExpectToStayLongEnough.asks(
        { expected: command.daysExpected, shadowing },
        { days: limitOn(scheme, "minimumServiceDays", command.on) }
      )
    ).accept(() => [
      AppointmentSelected.make({
        of: command.appointment,
        on: command.on,
        data: {
          ...keysOf(appointment),
          mismatches,
          earlierRemovals,
          otherRoles,
          daysExpected: command.daysExpected
        }
      })
    ])
  }
)

export const DeclineAppointment = command("appointment", "DeclineAppointment", {
  title: "Decide not to select",
  says: "Staff decide not to select the person for the role",
  fields: {
    appointment: whichAppointment,
    reason: personal(declineReason, selection, "What is the reason?"),
    canReapplyFrom: optional(open(aDate, "From when can they apply again?", "Leave empty if it was not said.")),
    on: onWhichDay
  }
})

export const declineAppointment = decision(DeclineAppointment, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "DeclineAppointment")
  if (refused !== null) return refused
  const { canReapplyFrom } = command
  const again = canReapplyFrom === undefined ? {} : { canReapplyFrom }
  return judge(inOrder([command.on, appointment.begun?.on ?? null])).accept(() => [
    AppointmentDeclined.make({ of: command.appointment, on: command.on, data: { ...keysOf(appointment), ...again } })
  ])
})

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

export const recordAppointmentTraining = decision(RecordAppointmentTraining, [NameOnlyStaffInPost], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "RecordAppointmentTraining")
  if (refused !== null) return refused
  const staff = yield* read(Staff, command.decidedBy)
  const { decidedBy, evidence, template } = command
  return judge(namedInPost(staff, command.on)).accept(() => [
    AppointmentTrainingRecorded.make({
      of: command.appointment,
      on: command.on,
      data: { ...keysOf(appointment), template, evidence, decidedBy }
    })
  ])
})
