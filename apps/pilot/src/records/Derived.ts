/**
 * Derived: what follows from several records on a day. A status, the days of a shadowing, whether somebody may work.
 *
 * Every judgement is the law's own; this only brings the records together that it asks for.
 */
import {
  mayWorkOn,
  mentorsOf,
  onTheDayFor,
  Person,
  remindersOn,
  requirementsOn,
  roleProfileOf,
  sayRole,
  Scheme,
  signOffHolds,
  statusOn,
  validitiesOn
} from "@peerwork/core"
import type {
  Appointment,
  LocalDate,
  Placement,
  Reminder,
  RoleProfile,
  Shadowing,
  Standing,
  StatusOnDay,
  Validity,
  Verdict
} from "@peerwork/core"
import { idsConcerning } from "./Records.ts"
import type { Kept, Records } from "./Records.ts"

export const personIn = ({ person }: Records, id: string): Person => person.get(id)?.state ?? Person.initial

export const schemeIn = ({ scheme }: Records, id: string): Scheme => scheme.get(id)?.state ?? Scheme.initial

const present = <A>(item: A | undefined): ReadonlyArray<A> => (item === undefined ? [] : [item])

/** The appointments of a person, in the order in which they began. Voided ones too; see {@link standingIn}. */
export const appointmentsOf = (records: Records, person: string): ReadonlyArray<Kept<Appointment>> =>
  idsConcerning(records, "appointment", `person:${person}`).flatMap((id) => present(records.appointment.get(id)))
    .filter(({ state }) => state.person === person)

/** What is known of a person's work. */
export const standingIn = (records: Records, person: string): Standing => ({
  person: personIn(records, person),
  appointments: appointmentsOf(records, person).map(({ state }) => state).filter(({ step }) => step !== "Voided")
})

/** The shadowings for an appointment. */
export const shadowingsFor = (records: Records, appointment: string): ReadonlyArray<Kept<Shadowing>> =>
  idsConcerning(records, "shadowing", `appointment:${appointment}`).flatMap((id) => present(records.shadowing.get(id)))
    .filter(({ state }) => state.appointment === appointment)

/** The shadowings of a person, as worker or as mentor. */
export const shadowingsWith = (records: Records, person: string): ReadonlyArray<Kept<Shadowing>> =>
  idsConcerning(records, "shadowing", `person:${person}`).flatMap((id) => present(records.shadowing.get(id)))
    .filter(({ state }) => state.shadower === person || mentorsOf(state).includes(person))

const placements = (records: Records, appointment: string): ReadonlyArray<Shadowing> =>
  shadowingsFor(records, appointment).map(({ state }) => state).filter(({ status }) => status !== "Cancelled")

/** The newest role profile of an appointment. */
export const profileFor = (records: Records, { roleProfile, scheme }: Appointment): RoleProfile | null =>
  roleProfileOf(schemeIn(records, scheme), roleProfile)

/** The role as people read it: `Peer support worker`. */
export const roleOf = (records: Records, appointment: Appointment): string => {
  const profile = profileFor(records, appointment)
  return profile === null ? "Unknown role" : sayRole(profile.code)
}

/** What the appointment is on the day. */
export const statusIn = (records: Records, { id, state }: Kept<Appointment>, day: LocalDate): StatusOnDay =>
  statusOn(
    {
      appointment: state,
      person: personIn(records, state.person),
      scheme: schemeIn(records, state.scheme),
      profile: profileFor(records, state),
      placements: placements(records, id)
    },
    day
  )

const askedOf = (records: Records, appointment: Appointment) => ({
  appointment,
  scheme: schemeIn(records, appointment.scheme),
  profile: profileFor(records, appointment)
})

/** What of the worker can run out, as recorded by the day. */
export const validitiesIn = (records: Records, { state }: Kept<Appointment>, day: LocalDate): ReadonlyArray<Validity> =>
  validitiesOn(askedOf(records, state), day)

/** What is to be renewed soon, by the offsets that the scheme decided. */
export const remindersIn = (records: Records, { state }: Kept<Appointment>, day: LocalDate): ReadonlyArray<Reminder> =>
  remindersOn(askedOf(records, state), day)

/** A shadowing with all that its days depend on. */
export const placementIn = (records: Records, shadowing: Shadowing): Placement => {
  const appointment = records.appointment.get(shadowing.appointment)?.state
  if (appointment === undefined) throw new TypeError("A shadowing without an appointment")
  const worker = personIn(records, appointment.person)
  const mentors = new Map(mentorsOf(shadowing).map((mentor) => [mentor, standingIn(records, mentor)]))
  return { shadowing, appointment, worker, onTheDay: onTheDayFor(shadowing, mentors, appointment, worker) }
}

/** Whether the worker may work alone in the appointment on the day. */
export const mayWork = (records: Records, { state }: Kept<Appointment>, day: LocalDate): boolean =>
  mayWorkOn(state, personIn(records, state.person), day)

/** Every requirement for working alone, judged for the day. None where the scheme has no such role. */
export const requirements = (
  records: Records,
  { id, state }: Kept<Appointment>,
  day: LocalDate
): ReadonlyArray<Verdict> => {
  const profile = profileFor(records, state)
  if (profile === null) return []
  const signedOff = placements(records, id).filter(({ signOff }) => signOff !== null && signOff.on <= day)
  const holds = signedOff.some((shadowing) => signOffHolds(placementIn(records, shadowing)))
  const scheme = schemeIn(records, state.scheme)
  const person = personIn(records, state.person)
  const shadowed = { signedOff: signedOff.length > 0, holds }
  return requirementsOn({ appointment: state, person, scheme, profile, shadowed }, day)
}
