/**
 * The requirements that selection, activation, regularisation and reinstatement share, asked of an appointment on a day.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import { establishmentOn } from "../person/Person.ts"
import type { Person } from "../person/Person.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { limitOn } from "../scheme/Scheme.ts"
import type { RoleProfile, Scheme } from "../scheme/Scheme.ts"
import type { Appointment } from "./Appointment.ts"
import { unitOn } from "./AppointmentUnit.ts"
import { heldAsAsked } from "./HeldAsAsked.ts"
import { clearanceValidity, isClearedOn, lapsesOn, riskValidity, trainingValidity } from "./Lapse.ts"
import { AcknowledgeTheJobDescription } from "./rules/AcknowledgeTheJobDescription.ts"
import { ArrangeSupervisionFirst } from "./rules/ArrangeSupervisionFirst.ts"
import { BeClearedBeforeTraining } from "./rules/BeClearedBeforeTraining.ts"
import { BeClearedBySecurity } from "./rules/BeClearedBySecurity.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"
import { BeSelectedByStaff } from "./rules/BeSelectedByStaff.ts"
import { CompleteShadowingFirst } from "./rules/CompleteShadowingFirst.ts"
import { CompleteTheTraining } from "./rules/CompleteTheTraining.ts"
import { RefreshTheTrainingInTime } from "./rules/RefreshTheTrainingInTime.ts"
import { WorkOnAUnitOfTheRole } from "./rules/WorkOnAUnitOfTheRole.ts"

/**
 * Whether the risk assessment for the unit is in date; undecided where the scheme had not said how long one stands.
 */
export const riskAssessed = (
  appointment: Appointment,
  scheme: Scheme,
  on: LocalDate,
  asked = true,
  unit = unitOn(appointment, on)
) => {
  const validity = riskValidity(appointment, scheme, on, unit)
  const isDecided = validity !== null && limitOn(scheme, "riskAssessmentMonths", validity.since) !== null
  const validUntil = isDecided ? validity.until : null
  return BeRiskAssessedForTheRole.asks({ asked, passed: validity?.passed ?? false, validUntil, on, unit })
}

export const securityCleared = (appointment: Appointment, profile: RoleProfile | null, on: LocalDate) => {
  const validity = clearanceValidity(appointment, on)
  return BeClearedBySecurity.asks({
    asked: profile?.asksForClearance === true,
    cleared: validity?.passed ?? false,
    validUntil: validity?.until ?? null,
    on
  })
}

/** Whether security had cleared the person when one of the trainings began; of several, the one that suits them. */
const clearedBefore = (appointment: Appointment, asked: boolean, begins: ReadonlyArray<LocalDate>) => {
  const suits = begins.find((day) => isClearedOn(appointment, day))
  return BeClearedBeforeTraining.asks({ asked, began: suits ?? begins.at(-1) ?? null, cleared: suits !== undefined })
}

/** Asked of a training that begins on the day, or is recorded as complete by it. */
export const clearedToTrain = (appointment: Appointment, profile: RoleProfile | null, on: LocalDate) =>
  clearedBefore(appointment, profile?.asksForClearance === true, [on])

/** Asked of the trainings by which somebody is trained on the day. */
export const clearedThenTrained = (
  appointment: Appointment,
  profile: RoleProfile,
  fallen: ReadonlyArray<string>,
  on: LocalDate
) => {
  const counting = appointment.training.filter((one) => one.on <= on && !fallen.includes(one.event))
  const begins = counting.map((one) => one.began ?? one.on).sort()
  return clearedBefore(appointment, profile.asksForClearance, begins)
}

/** Whether the worker works where the role is done. */
export const onAUnitOfTheRole = (appointment: Appointment, profile: RoleProfile, on: LocalDate) =>
  WorkOnAUnitOfTheRole.asks({ units: profile.units, unit: unitOn(appointment, on) })

export const atEstablishment = (person: Person, establishment: string | null, on: LocalDate) =>
  BeAtTheEstablishment.asks({
    atEstablishment: establishment !== null && establishmentOn(person, on) === establishment
  })

export const supervisionArranged = (scheme: Scheme, from: LocalDate, firstOn: LocalDate) =>
  ArrangeSupervisionFirst.asks({ from, firstOn }, { days: limitOn(scheme, "supervisionEveryDays", from) })

/** Whether a placement was signed off by the day, and whether a sign-off holds by what is known now. */
export interface Shadowed {
  readonly signedOff: boolean
  readonly holds: boolean
}

/** All that the requirements for working alone are asked of. */
export interface Candidate {
  readonly appointment: Appointment
  readonly person: Person
  readonly scheme: Scheme
  readonly profile: RoleProfile
  readonly shadowed: Shadowed
  /** The completions that no longer hold by what is known now; see `fallenCompletions`. */
  readonly fallen: ReadonlyArray<string>
}

/** Asked of an appointment with its training; of the days by which it was completed, those that no longer hold are said. */
export const trainedBy = ({ training }: Appointment, fallen: ReadonlyArray<string>, on: LocalDate) => {
  const completed = training.filter((one) => one.on <= on)
  return CompleteTheTraining.asks({
    asked: true,
    completed: completed.length > 0,
    holds: completed.some(({ event }) => !fallen.includes(event))
  })
}

/** Whether the training has not lapsed; of somebody untrained nothing is asked here. */
export const refreshedBy = (appointment: Appointment, scheme: Scheme, on: LocalDate) => {
  const validity = trainingValidity(appointment, scheme, on)
  return RefreshTheTrainingInTime.asks({ lapsesOn: validity === null ? null : lapsesOn(validity), on })
}

export const acknowledgedBy = ({ acknowledged }: Appointment, current: number, on: LocalDate) => {
  const versions = acknowledged.filter((one) => one.on <= on).map((one) => one.version)
  return AcknowledgeTheJobDescription.asks({
    asked: true,
    acknowledged: versions.includes(current) ? current : versions.at(-1) ?? null,
    current
  })
}

/** Whether the worker was in the role before the scheme, which selected nobody then. */
export const isFromBefore = ({ inRole, selected }: Pick<Appointment, "inRole" | "selected">): boolean =>
  selected === null && inRole !== null

/**
 * What a worker must meet on a day to work alone: judged when they are appointed, and shown for any day after. A worker
 * who was in role before the scheme was not selected by it, nor assessed for that, and no shadowing is asked of them.
 */
export const requirementsOn = (
  { appointment, fallen, person, profile, scheme, shadowed }: Candidate,
  on: LocalDate
) => {
  const { selected } = appointment
  const isLegacy = isFromBefore(appointment)
  return [
    BeSelectedByStaff.asks({ asked: !isLegacy, selected: selected !== null && selected.on <= on }),
    riskAssessed(appointment, scheme, on, !isLegacy),
    onAUnitOfTheRole(appointment, profile, on),
    securityCleared(appointment, profile, on),
    clearedThenTrained(appointment, profile, fallen, on),
    heldAsAsked({ appointment, person, scheme }, profile, on),
    acknowledgedBy(appointment, profile.version, on),
    trainedBy(appointment, fallen, on),
    refreshedBy(appointment, scheme, on),
    CompleteShadowingFirst.asks({ asked: profile.asksForShadowing && !isLegacy, ...shadowed }),
    atEstablishment(person, appointment.establishment, on)
  ] as const
}
