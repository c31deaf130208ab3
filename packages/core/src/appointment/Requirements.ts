/**
 * The requirements that selection, activation, regularisation and reinstatement share, asked of an appointment on a day.
 */
import { addMonths, earlier } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { establishmentOn } from "../person/Person.ts"
import type { Person } from "../person/Person.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { limitOn } from "../scheme/Scheme.ts"
import type { RoleProfile, Scheme } from "../scheme/Scheme.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { isInPost } from "../staff/Staff.ts"
import type { Staff } from "../staff/Staff.ts"
import type { Appointment } from "./Appointment.ts"
import { newestBy } from "./AppointmentStatus.ts"
import { AcknowledgeTheJobDescription } from "./rules/AcknowledgeTheJobDescription.ts"
import { ArrangeSupervisionFirst } from "./rules/ArrangeSupervisionFirst.ts"
import { BeClearedBySecurity } from "./rules/BeClearedBySecurity.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"
import { BeSelectedByStaff } from "./rules/BeSelectedByStaff.ts"
import { CompleteShadowingFirst } from "./rules/CompleteShadowingFirst.ts"
import { CompleteTheTraining } from "./rules/CompleteTheTraining.ts"

/** Whether the risk assessment is in date: as long as it says, and no longer than the scheme lets one stand. */
export const riskAssessed = (appointment: Appointment, scheme: Scheme, on: LocalDate, asked = true) => {
  const newest = newestBy(appointment.risk, on)
  const months = newest === null ? null : limitOn(scheme, "riskAssessmentMonths", newest.on)
  const stands = newest === null || newest.validUntil === null || months === null
    ? null
    : earlier(newest.validUntil, addMonths(newest.on, months))
  return BeRiskAssessedForTheRole.asks({ asked, passed: newest?.passed ?? false, validUntil: stands, on })
}

export const securityCleared = (appointment: Appointment, profile: RoleProfile | null, on: LocalDate, asked = true) => {
  const newest = newestBy(appointment.clearance, on)
  return BeClearedBySecurity.asks({
    asked: asked && profile?.asksForClearance === true,
    cleared: newest?.passed ?? false,
    validUntil: newest?.validUntil ?? null,
    on
  })
}

export const atEstablishment = (person: Person, establishment: string | null, on: LocalDate) =>
  BeAtTheEstablishment.asks({
    atEstablishment: establishment !== null && establishmentOn(person, on) === establishment
  })

export const namedInPost = (staff: Staff, on: LocalDate) => NameOnlyStaffInPost.asks({ inPost: isInPost(staff, on) })

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
}

export const trainedBy = ({ training }: Appointment, on: LocalDate) =>
  CompleteTheTraining.asks({ completed: training.some((one) => one.on <= on) })

export const acknowledgedBy = ({ acknowledged }: Appointment, current: number, on: LocalDate) => {
  const versions = acknowledged.filter((one) => one.on <= on).map((one) => one.version)
  return AcknowledgeTheJobDescription.asks({
    acknowledged: versions.includes(current) ? current : versions.at(-1) ?? null,
    current
  })
}

/**
 * What a worker must meet on a day to work alone: judged when they are appointed, and shown for any day after. A worker
 * who was in role before the scheme was not selected by it, and no shadowing is asked of them.
 */
export const requirementsOn = ({ appointment, person, profile, scheme, shadowed }: Candidate, on: LocalDate) => {
  const { inRole, selected } = appointment
  const isLegacy = selected === null && inRole !== null
  return [
    BeSelectedByStaff.asks({ asked: !isLegacy, selected: selected !== null && selected.on <= on }),
    riskAssessed(appointment, scheme, on, !isLegacy),
    securityCleared(appointment, profile, on, !isLegacy),
    acknowledgedBy(appointment, profile.version, on),
    trainedBy(appointment, on),
    CompleteShadowingFirst.asks({ asked: profile.asksForShadowing && !isLegacy, ...shadowed }),
    atEstablishment(person, appointment.establishment, on)
  ] as const
}
