/**
 * The legal status that a role asks for, such as being sentenced: staff check it, and record only whether it is met.
 *
 * On which ground somebody is held stays personal, so the law cannot see it. What it sees is that somebody looked, and
 * whether the status, or what the role asks for, has changed since: then the check counts no longer. Nothing ends
 * because of that; it stands among the changes of circumstances until a person has decided.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import type { Person } from "../person/Person.ts"
import { lastBy } from "../record/lastBy.ts"
import { roleProfileOf } from "../scheme/Scheme.ts"
import type { RoleProfile, Scheme } from "../scheme/Scheme.ts"
import type { Appointment } from "./Appointment.ts"
import type { LegalStatusCheck } from "./AppointmentFacts.ts"
import { BeHeldAsTheRoleAsks } from "./rules/BeHeldAsTheRoleAsks.ts"

/** Whether the role asks for a legal status. */
export const asksForLegalStatus = (profile: RoleProfile | null): boolean =>
  profile !== null && profile.legalStatuses.length > 0

/** All that a check depends on. */
interface Checked {
  readonly appointment: Appointment
  readonly person: Person
  readonly scheme: Scheme
}

/** What the role asked for on the day, in one order. */
const statusesAsked = ({ appointment, scheme }: Checked, on: LocalDate): string | null => {
  const profile = roleProfileOf(scheme, appointment.roleProfile, on)
  return profile === null ? null : [...profile.legalStatuses].sort().join(" ")
}

/**
 * The newest check by the day, if neither the status nor what the role asks for has changed since, by what is known
 * now; null where there is none. A change of a later day overtakes it, and so does one that stands later in the log:
 * whoever looked could not see that.
 */
export const standingCheck = (of: Checked, on: LocalDate): LegalStatusCheck | null => {
  const { appointment: { legalStatus }, person: { legalChanges } } = of
  const newest = lastBy(legalStatus, on)
  const isOvertaken = newest !== null &&
    legalChanges.some((change) => change.on <= on && (change.on > newest.on || change.position > newest.position))
  return newest === null || isOvertaken || statusesAsked(of, newest.on) !== statusesAsked(of, on) ? null : newest
}

/** Whether the person is held as the role asks, as far as somebody looked. */
export const heldAsAsked = (of: Checked, profile: RoleProfile | null, on: LocalDate) => {
  const check = standingCheck(of, on)
  return BeHeldAsTheRoleAsks.asks({
    asked: asksForLegalStatus(profile),
    checked: check !== null,
    meets: check?.meets ?? false
  })
}
