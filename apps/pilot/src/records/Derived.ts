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
  requirementsOn,
  roleProfileOf,
  sayRole,
  Scheme,
  schoolingFrom,
  signOffHolds,
  statusOn,
  withSchooling
} from "@peerwork/core"
import type {
  Appointment,
  LocalDate,
  Placement,
  RoleProfile,
  SchemeTemplates,
  Schooling,
  Shadowing,
  Standing,
  StatusOnDay,
  Training,
  Verdict
} from "@peerwork/core"
import { idsConcerning } from "./Records.ts"
import type { Kept, Records } from "./Records.ts"

export const personIn = ({ person }: Records, id: string): Person => person.get(id)?.state ?? Person.initial

export const schemeIn = ({ scheme }: Records, id: string): Scheme => scheme.get(id)?.state ?? Scheme.initial

/** The training records of a person, in the order in which they began; those that were struck out too. */
export const trainingsOf = (records: Records, person: string): ReadonlyArray<Kept<Training>> =>
  idsConcerning(records, "training", `person:${person}`).flatMap((id) => present(records.training.get(id)))

/** The templates of a scheme, and which it had adopted when. */
export const templatesOf = (records: Records, scheme: string): SchemeTemplates => {
  const own = [...records.template.values()].filter(({ state }) => state.scheme === scheme)
  return {
    ids: own.map(({ id }) => id),
    adopted: own.flatMap(({ id, state }) => state.adopted.map((one) => ({ ...one, template: id })))
  }
}

const schoolingIn = (records: Records, { person, scheme }: Appointment): Schooling =>
  schoolingFrom(trainingsOf(records, person).map(({ state }) => state), scheme, templatesOf(records, scheme))

/** The appointment with what its person completed in training. */
export const schooledIn = (records: Records, appointment: Appointment): Appointment =>
  withSchooling(appointment, schoolingIn(records, appointment))

const present = <A>(item: A | undefined): ReadonlyArray<A> => (item === undefined ? [] : [item])

/** The appointments of a person, in the order in which they began. Voided ones too; see {@link standingIn}. */
export const appointmentsOf = (records: Records, person: string): ReadonlyArray<Kept<Appointment>> =>
  idsConcerning(records, "appointment", `person:${person}`).flatMap((id) => present(records.appointment.get(id)))
    .filter(({ state }) => state.person === person)

/** What is known of a person's work. */
export const standingIn = (records: Records, person: string): Standing => ({
  person: personIn(records, person),
  appointments: appointmentsOf(records, person).filter(({ state }) => state.step !== "Voided")
    .map(({ state }) => schooledIn(records, state))
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
      appointment: schooledIn(records, state),
      person: personIn(records, state.person),
      profile: profileFor(records, state),
      placements: placements(records, id),
      enrolled: schoolingIn(records, state).enrolled
    },
    day
  )

/** A shadowing with all that its days depend on. */
export const placementIn = (records: Records, shadowing: Shadowing): Placement => {
  const found = records.appointment.get(shadowing.appointment)?.state
  if (found === undefined) throw new TypeError("A shadowing without an appointment")
  const appointment = schooledIn(records, found)
  const worker = personIn(records, appointment.person)
  const mentors = new Map(mentorsOf(shadowing).map((mentor) => [mentor, standingIn(records, mentor)]))
  return { shadowing, appointment, worker, onTheDay: onTheDayFor(shadowing, mentors, appointment, worker) }
}

/** Whether the worker may work alone in the appointment on the day. */
export const mayWork = (records: Records, { state }: Kept<Appointment>, day: LocalDate): boolean =>
  mayWorkOn(schooledIn(records, state), personIn(records, state.person), day)

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
  return requirementsOn({ appointment: schooledIn(records, state), person, scheme, profile, shadowed }, day)
}
