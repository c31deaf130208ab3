/**
 * The legal status that a role asks for, such as being sentenced: staff check it, and record only whether it is met.
 *
 * On which ground somebody is held stays personal, so the law cannot see it. What it sees is that somebody looked, and
 * whether the status has changed since: then the check counts no longer. Nothing ends because of that; it stands among
 * the changes of circumstances until a person has decided.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import type { Person } from "../person/Person.ts"
import type { RoleProfile } from "../scheme/RoleProfile.ts"
import type { Appointment } from "./Appointment.ts"
import type { LegalStatusCheck } from "./AppointmentFacts.ts"
import { BeHeldAsTheRoleAsks } from "./rules/BeHeldAsTheRoleAsks.ts"

/** Whether the role asks for a legal status. */
export const asksForLegalStatus = (profile: RoleProfile | null): boolean => (profile?.legalStatuses.length ?? 0) > 0

/** The newest check by the day, if the status has not changed since, by what is known now; null where there is none. */
export const standingCheck = (
  { legalStatus }: Appointment,
  { legalChanges }: Person,
  on: LocalDate
): LegalStatusCheck | null => {
  const newest = legalStatus.filter((one) => one.on <= on).reduce<LegalStatusCheck | null>(
    (last, one) => last === null || one.on >= last.on ? one : last,
    null
  )
  const isOvertaken = newest !== null &&
    legalChanges.some((change) =>
      change.on <= on && (change.on > newest.on || change.changed.recordedAt > newest.recordedAt)
    )
  return isOvertaken ? null : newest
}

/** Whether the person is held as the role asks, as far as somebody looked. */
export const heldAsAsked = (
  appointment: Appointment,
  person: Person,
  profile: RoleProfile | null,
  on: LocalDate
) => {
  const check = standingCheck(appointment, person, on)
  return BeHeldAsTheRoleAsks.asks({
    asked: asksForLegalStatus(profile),
    checked: check !== null,
    meets: check?.meets ?? false
  })
}
