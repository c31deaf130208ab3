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
import { ArrangeSupervisionFirst } from "./rules/ArrangeSupervisionFirst.ts"
import { BeClearedBySecurity } from "./rules/BeClearedBySecurity.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"

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
