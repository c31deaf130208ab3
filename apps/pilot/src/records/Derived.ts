/**
 * Derived: what follows from several records on a day. A status, the days of a shadowing, whether somebody may work.
 *
 * Every judgement is the law's own; this only brings the records together that it asks for.
 */
import {
  dueOn,
  fallenCompletions,
  holderOf,
  identityOf,
  isOpen,
  isOpenNow,
  isSameRole,
  isTheirs,
  mayWorkOn,
  mentorNow,
  placementOf,
  recordedFor,
  remindersOn,
  requirementsOn,
  roleProfileOf,
  sayRole,
  Scheme,
  schoolingOf,
  signOffHolds,
  statusOn,
  supervisedIn,
  validitiesOn
} from "@peerwork/core"
import type {
  Appointment,
  DueOnDay,
  Identity,
  LocalDate,
  Placement,
  Reminder,
  RoleProfile,
  Schooled,
  Shadowing,
  StatusOnDay,
  Supervised,
  Supervision,
  Validity,
  Verdict
} from "@peerwork/core"
import { answerIn } from "./Answering.ts"
import { idsConcerning } from "./Records.ts"
import type { Kept, Records } from "./Records.ts"

/** Who is meant by an id: under which ids something of the person stands, and all that was recorded under any. */
export const identityIn = (records: Records, id: string): Identity => answerIn(records, identityOf(id))

/** The ids of everybody, but for records that were merged into another. */
export const peopleThatCount = ({ person }: Records): ReadonlyArray<string> =>
  [...person.values()].filter(({ state }) => state.links.every(({ booking }) => booking !== null)).map(({ id }) => id)

/** Whoever holds the appointment, under whatever number it was recorded. */
export const holderIn = (records: Records, appointment: Appointment): Identity =>
  answerIn(records, holderOf(appointment))

/** The appointment with the training of its person. */
export const schooledIn = (records: Records, appointment: Appointment): Schooled =>
  answerIn(records, schoolingOf(appointment))

export const schemeIn = ({ scheme }: Records, id: string): Scheme => scheme.get(id)?.state ?? Scheme.initial

const present = <A>(item: A | undefined): ReadonlyArray<A> => (item === undefined ? [] : [item])

/** The appointments of a person, in the order in which they began. Voided ones too. */
export const appointmentsOf = (records: Records, person: string): ReadonlyArray<Kept<Appointment>> => {
  const identity = identityIn(records, person)
  const ids = identity.ids.flatMap((id) => idsConcerning(records, "appointment", `person:${id}`))
  return [...new Set(ids)].flatMap((id) => present(records.appointment.get(id)))
    .filter(({ state }) => isTheirs(identity, recordedFor(state)))
}

/** Whether its holder has another open appointment in the role, as after a merge. */
export const isHeldTwice = (records: Records, state: Appointment): boolean =>
  isOpenNow(state) &&
  appointmentsOf(records, holderIn(records, state).id)
      .filter((other) => isOpenNow(other.state) && isSameRole(other.state, state)).length > 1

/** The shadowings for an appointment. */
export const shadowingsFor = (records: Records, appointment: string): ReadonlyArray<Kept<Shadowing>> =>
  idsConcerning(records, "shadowing", `appointment:${appointment}`).flatMap((id) => present(records.shadowing.get(id)))
    .filter(({ state }) => state.appointment === appointment)

/** The open shadowings in which the person is shadowed. */
export const shadowedNow = (records: Records, person: string): ReadonlyArray<Kept<Shadowing>> => {
  const identity = identityIn(records, person)
  const ids = identity.ids.flatMap((id) => idsConcerning(records, "shadowing", `person:${id}`))
  return [...new Set(ids)].flatMap((id) => present(records.shadowing.get(id)))
    .filter(({ state }) => isOpen(state) && isTheirs(identity, mentorNow(state)))
}

/** The supervisions of an appointment, in the order in which they were arranged; without those that were voided. */
export const supervisionsFor = (records: Records, appointment: string): ReadonlyArray<Kept<Supervision>> =>
  idsConcerning(records, "supervision", `appointment:${appointment}`)
    .flatMap((id) => present(records.supervision.get(id))).filter(({ state }) => state.status !== "Voided")

/** All that supervision is derived from, for an appointment. */
export const supervisedBy = (records: Records, appointment: string): Supervised =>
  answerIn(records, supervisedIn(appointment))

/** When the next supervision is due, and what that means on the day. */
export const supervisionIn = (records: Records, appointment: string, day: LocalDate): DueOnDay =>
  dueOn(supervisedBy(records, appointment), day)

/** Who shadowed with the person, or was shadowed by them, in a shadowing that was not called off. */
export const shadowedBeside = (records: Records, person: string): ReadonlyArray<string> => {
  const identity = identityIn(records, person)
  const ids = identity.ids.flatMap((id) => idsConcerning(records, "shadowing", `person:${id}`))
  const beside = [...new Set(ids)].flatMap((id) => present(records.shadowing.get(id))).flatMap(({ state }) => {
    const appointment = records.appointment.get(state.appointment)?.state
    if (appointment === undefined || state.status === "Cancelled") return []
    const mentor = answerIn(records, identityOf(mentorNow(state).id, mentorNow(state).on))
    return [holderIn(records, appointment).id, mentor.id]
  })
  return [...new Set(beside)].filter((id) => id !== identity.id)
}

/** Other shadowings of the same worker that a transfer ended. */
export const transferredBefore = (records: Records, shadowing: string): ReadonlyArray<Kept<Shadowing>> => {
  const appointment = records.appointment.get(records.shadowing.get(shadowing)?.state.appointment ?? "")?.state
  if (appointment === undefined) return []
  return appointmentsOf(records, holderIn(records, appointment).id).flatMap(({ id }) => shadowingsFor(records, id))
    .filter(({ id, state }) => id !== shadowing && state.status === "TransferredOut")
}

/** The shadowings elsewhere about whose days somebody can decide: a transfer ended them, or their days count already. */
export const earlierShadowings = (records: Records, shadowing: string): ReadonlyArray<string> => [
  ...new Set([
    ...transferredBefore(records, shadowing).map(({ id }) => id),
    ...records.shadowing.get(shadowing)?.state.earlier.flatMap((one) => one.counts ? [one.shadowing] : []) ?? []
  ])
]

const placements = (records: Records, appointment: string): ReadonlyArray<Shadowing> =>
  shadowingsFor(records, appointment).map(({ state }) => state).filter(({ status }) => status !== "Cancelled")

/** The role profile of an appointment: the newest, or the one of a day. */
export const profileFor = (
  records: Records,
  { roleProfile, scheme }: Appointment,
  day?: LocalDate
): RoleProfile | null => roleProfileOf(schemeIn(records, scheme), roleProfile, day)

/** The role as people read it: `Peer support worker`. */
export const roleOf = (records: Records, appointment: Appointment): string => {
  const profile = profileFor(records, appointment)
  return profile === null ? "Unknown role" : sayRole(profile.code)
}

/** What the appointment is on the day. */
export const statusIn = (records: Records, kept: Kept<Appointment>, day: LocalDate): StatusOnDay =>
  statusOn(
    {
      ...supervisedBy(records, kept.id),
      appointment: schooledIn(records, kept.state),
      profile: profileFor(records, kept.state, day),
      placements: placements(records, kept.id)
    },
    day
  )

const askedOf = (records: Records, appointment: Appointment, day: LocalDate) => ({
  appointment: schooledIn(records, appointment),
  scheme: schemeIn(records, appointment.scheme),
  profile: profileFor(records, appointment, day)
})

/** What of the worker can run out, as recorded by the day. */
export const validitiesIn = (records: Records, { state }: Kept<Appointment>, day: LocalDate): ReadonlyArray<Validity> =>
  validitiesOn(askedOf(records, state, day), day)

/** What is to be renewed soon, by the offsets that the scheme decided. */
export const remindersIn = (records: Records, { state }: Kept<Appointment>, day: LocalDate): ReadonlyArray<Reminder> =>
  remindersOn(askedOf(records, state, day), day)

/** A shadowing with all that its days depend on. */
export const placementIn = (records: Records, shadowing: Shadowing): Placement =>
  answerIn(records, placementOf(shadowing))

/** Whether the worker may work alone in the appointment on the day. */
export const mayWork = (records: Records, { state }: Kept<Appointment>, day: LocalDate): boolean =>
  mayWorkOn(
    schooledIn(records, state),
    holderIn(records, state).person,
    day,
    profileFor(records, state, day)?.inCommunity
  )

/** Every requirement for working alone, judged for the day. None where the scheme has no such role. */
export const requirements = (
  records: Records,
  { id, state }: Kept<Appointment>,
  day: LocalDate
): ReadonlyArray<Verdict> => {
  const profile = profileFor(records, state, day)
  if (profile === null) return []
  const signedOff = placements(records, id).filter(({ signOff }) => signOff !== null && signOff.on <= day)
  const holds = signedOff.some((shadowing) => signOffHolds(placementIn(records, shadowing)))
  const scheme = schemeIn(records, state.scheme)
  const holder = holderIn(records, state)
  const shadowed = { signedOff: signedOff.length > 0, holds }
  const fallen = answerIn(records, fallenCompletions(holder))
  const appointment = schooledIn(records, state)
  return requirementsOn({ appointment, person: holder.person, scheme, profile, shadowed, fallen }, day)
}
