/**
 * What may be done with an appointment after each step: the table that decisions, refusals and pages share.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { wordsOf, wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { say } from "../language/LocalDate.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import type { Appointment } from "./Appointment.ts"
import type { Step } from "./AppointmentFacts.ts"
import type { StatusOnDay } from "./AppointmentStatus.ts"

const assessments = [
  "RecordRiskAssessment",
  "RecordSecurityClearance",
  "AcknowledgeJobDescription",
  "BindAppointmentToUnit",
  "CheckLegalStatus"
]
const advising = ["DeclareSelectionInterest", "RecordSelectionAdvice"]
const trainings = ["RecordAppointmentTraining", "RecordRefresher"]
const pauses = ["SuspendAppointment", "CancelAppointmentSuspension", "ReinstateAppointment"]
const ends = ["PlanAppointmentEnd", "EndAppointment", "EndDuplicateAppointment", "VoidAppointment"]
const corrections = ["StrikeOutAppointmentEntry", "CorrectAppointmentPerson"]
const refusals = ["RefuseTask", "RecordTaskTakenOver"]
const tenure = [...refusals, "RestrictAppointment", "LiftAppointmentRestriction", "CorrectAppointmentStart"]
const always = [...pauses, ...ends, ...corrections]

/** Activation may be tried from the proposal on, so that everything still missing is told at once. */
export const appointmentSteps: Readonly<Record<Step, ReadonlyArray<string>>> = {
  Unknown: ["ProposeAppointment", "ApplyForAppointment", "RegisterLegacyWorker"],
  Proposed: ["BeginAppointmentSelection", "DeclineAppointment", "ActivateAppointment", ...always],
  Applied: ["BeginAppointmentSelection", "DeclineAppointment", "ActivateAppointment", ...always],
  UnderSelection: [
    ...assessments,
    "ConsiderEligibility",
    ...advising,
    "SelectForAppointment",
    "DeclineAppointment",
    "RecordAppointmentTraining",
    "ActivateAppointment",
    ...always
  ],
  Selected: [...assessments, "DeclareSelectionInterest", ...trainings, "ActivateAppointment", ...refusals, ...always],
  NotSelected: ["VoidAppointment", "ReopenAppointment"],
  InRoleUntrained: [...assessments, ...trainings, "RegulariseLegacyWorker", ...tenure, ...always],
  Active: [
    ...assessments,
    "DeclareSelectionInterest",
    ...trainings,
    "ChangeAppointmentSupervisor",
    ...tenure,
    ...always
  ],
  Ended: [
    ...refusals,
    "VoidAppointment",
    "CorrectAppointmentEnd",
    "CorrectAppointmentPerson",
    "ReopenAppointment"
  ],
  Voided: []
}

/** The step that each beginning leads to: whoever held the role before the scheme began is in it at once. */
export const appointmentBegins: Readonly<Record<string, Step>> = {
  ProposeAppointment: "Proposed",
  ApplyForAppointment: "Applied",
  RegisterLegacyWorker: "InRoleUntrained"
}

/** The way on to working in the role. */
export const appointmentWays: Ways<Step> = {
  Proposed: { to: "UnderSelection", says: "begin the selection" },
  Applied: { to: "UnderSelection", says: "begin the selection" },
  UnderSelection: { to: "Selected", says: "select the person" },
  Selected: { to: "Active", says: "activate it" },
  InRoleUntrained: { to: "Active", says: "regularise the worker" }
}

const refusedInState = refusedIn({ life: "appointment", steps: appointmentSteps, ways: appointmentWays })

/** Refuses the command where the appointment's step does not allow it; null where it does. */
export const refusedNow = ({ changed, step }: Appointment, command: string): Judgement<never> | null =>
  refusedInState(step, changed, command)

/**
 * Refuses because of a status that is derived for a day, such as being suspended. Nobody brought it about by the last
 * step, so it is told with the day from which it is derived, and without that step's time and actor.
 */
export const appointmentNotNow = (appointment: Appointment, derived: StatusOnDay): Judgement<never> => {
  const { because, since, status } = derived
  const possible = appointmentSteps[appointment.step]
  if ((status === "Selected" || status === "InTraining") && because !== null) {
    return nothingLikeIt(appointment, `${because}. Record that first`)
  }
  if (status === appointment.step) return wrongMoment("appointment", status, appointment.changed, possible)
  const from = since === null ? "" : ` since ${say(since)}`
  return wrongMoment("appointment", status, null, possible, `The appointment is already ${wordsOf(status)}${from}`)
}

/** Refuses because the appointment has ended, was declined or was voided. */
export const closedAlready = (appointment: Appointment): Judgement<never> =>
  wrongMoment("appointment", appointment.step, appointment.changed, appointmentSteps[appointment.step])

/** Refuses with a sentence of its own: what was named does not exist here. */
export const nothingLikeIt = (appointment: Appointment, says: string): Judgement<never> =>
  wrongMoment("appointment", appointment.step, appointment.changed, appointmentSteps[appointment.step], says)

/** The tags of the next event of the appointment. */
export const keysOf = ({ establishment, person, roleProfile, scheme }: Appointment): {
  readonly person: string
  readonly scheme: string
  readonly roleProfile: string
  readonly establishment: EstablishmentCode
} => {
  if (establishment === null) throw new TypeError("An appointment that does not exist has no tags")
  return { person, scheme, roleProfile, establishment }
}
