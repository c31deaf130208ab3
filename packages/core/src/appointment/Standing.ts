/**
 * Standing: what is known of a person's work, put together from their own life and their appointments.
 *
 * Whether somebody may work on a day follows from several lives: the appointment, where the person is, and what
 * suspends it. Nothing of that is copied between lives; it is read, and derived for the day that is asked about.
 */
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { later } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { coveredBy, covers } from "../language/Period.ts"
import { identitiesOf, isTheirs } from "../person/Identity.ts"
import { absencesFrom, establishmentOn } from "../person/Person.ts"
import type { Person } from "../person/Person.ts"
import { Appointment } from "./Appointment.ts"
import { AppointmentsOf } from "./AppointmentsOf.ts"
import { recordedFor } from "./Holder.ts"
import { schooled } from "./Schooling.ts"

export interface Standing {
  readonly person: Person
  /** Their appointments with their training, without those that were voided or turned out to be somebody else's. */
  readonly appointments: ReadonlyArray<Appointment>
}

/** Reads the standing of several people, in the order of their ids; each with what was recorded under any number. */
export function* standingsOf(people: ReadonlyArray<string>): Reading<ReadonlyArray<Standing>> {
  const identities = yield* identitiesOf(people.map((id) => ({ id, on: null })))
  const ids = yield* readAll(AppointmentsOf, [...new Set(identities.flatMap((identity) => identity.ids))])
  const all = yield* readAll(Appointment, [...new Set(ids.flat())])
  const standings: Array<Standing> = []
  for (const identity of identities) {
    const own = all.filter((one) => one.step !== "Voided" && isTheirs(identity, recordedFor(one)))
    standings.push({ person: identity.person, appointments: yield* schooled(own, identity) })
  }
  return standings
}

/** Whether the appointment has not ended, was not declined and was not voided. */
export const isOpenNow = ({ step }: Appointment): boolean =>
  step !== "Unknown" && step !== "Ended" && step !== "NotSelected" && step !== "Voided"

/** Whether the other is another open appointment, in which nobody is suspended by decision on the day. */
export const isAnotherRole = (one: Appointment, other: Appointment, on: LocalDate): boolean =>
  other.begun?.event !== one.begun?.event && isOpenNow(other) && !coveredBy(other.suspensions, on)

/** Whether both are of one role at one establishment, of which a person holds one. */
export const isSameRole = (a: Appointment, b: Appointment): boolean =>
  a.roleProfile === b.roleProfile && a.establishment === b.establishment

/** Whether the appointment is suspended on the day, by decision or because the person is away. */
export const isSuspendedOn = (
  appointment: Appointment,
  person: Person,
  on: LocalDate,
  inCommunity = false
): boolean => coveredBy(appointment.suspensions, on) || isAwayOn(appointment, person, on, inCommunity)

/**
 * Whether the person is not at the establishment of the appointment on the day. An absence on licence for work does
 * not count for a role in the community.
 */
export const isAwayOn = ({ establishment }: Appointment, person: Person, on: LocalDate, inCommunity = false): boolean =>
  establishment === null || coveredBy(absencesFrom(person, establishment, { countWork: !inCommunity }), on)

/**
 * Whether somebody who belongs to the establishment of the appointment is not at work on the day: suspended by
 * decision, or away for a time. Whoever belongs elsewhere is no case of it.
 */
export const isOffOn = (appointment: Appointment, person: Person, on: LocalDate, inCommunity = false): boolean =>
  coveredBy(appointment.suspensions, on) ||
  (establishmentOn(person, on) === appointment.establishment && isAwayOn(appointment, person, on, inCommunity))

/** Whether the worker may work alone in this appointment on the day: activated, trained, not suspended, not away. */
export const mayWorkOn = (appointment: Appointment, person: Person, on: LocalDate, inCommunity = false): boolean =>
  appointment.activated !== null && appointment.activated.on <= on &&
  appointment.inRole !== null && covers(appointment.inRole, on) &&
  appointment.training.some((training) => training.on <= on) &&
  !isSuspendedOn(appointment, person, on, inCommunity)

/** Whether the person may be shadowed in the scheme on the day: an experienced worker, in role and eligible. */
export const mayMentorOn = ({ appointments, person }: Standing, scheme: string, on: LocalDate): boolean =>
  appointments.some((one) => one.scheme === scheme && mayWorkOn(one, person, on))

/** Since when the person has been in a role of the scheme, in an appointment that is open on the day. */
export const inRoleSince = ({ appointments }: Standing, scheme: string, on: LocalDate): LocalDate | null =>
  appointments
    .flatMap(({ inRole, scheme: its }) => its === scheme && inRole !== null && covers(inRole, on) ? [inRole.from] : [])
    .sort()[0] ?? null

/** Whether the appointment counts and has not ended or been declined by the day. */
export const isOpenOn = ({ closed, step }: Appointment, on: LocalDate): boolean =>
  step !== "Voided" && (closed === null || on < closed.on)

/** From when the person may shadow for the appointment: the day on which they were both selected and trained. */
export const readySince = ({ selected, training }: Appointment): LocalDate | null => {
  const trained = training.map((one) => one.on).sort()[0]
  return selected === null || trained === undefined ? null : later(selected.on, trained)
}

export { holderOf, recordedFor } from "./Holder.ts"
