/**
 * A placement with all that its days depend on: the standing of its mentors and of the new worker.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { readSchooled } from "../appointment/Schooling.ts"
import { isOpenOn, isSuspendedOn, mayMentorOn, readySince, standingsOf } from "../appointment/Standing.ts"
import type { Standing } from "../appointment/Standing.ts"
import { read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { Person } from "../person/Person.ts"
import { countedDays } from "./countedDays.ts"
import type { OnTheDay } from "./countedDays.ts"
import { isOpen, mentorOf, Shadowing, ShadowingsFor, ShadowingsWith } from "./Shadowing.ts"

export interface Placement {
  readonly shadowing: Shadowing
  /** The new worker's appointment and where they are. */
  readonly appointment: Appointment
  readonly worker: Person
  readonly onTheDay: OnTheDay
}

const nobody: Standing = { person: Person.initial, appointments: [] }

/** What the count asks, answered from what was read. */
export const onTheDayFor = (
  { scheme }: Shadowing,
  mentors: ReadonlyMap<string, Standing>,
  appointment: Appointment,
  worker: Person
): OnTheDay => ({
  mentorMayWork: (mentor, day) => mayMentorOn(mentors.get(mentor) ?? nobody, scheme, day),
  workerIsThere: (day) => {
    const ready = readySince(appointment)
    return ready !== null && ready <= day && isOpenOn(appointment, day) && !isSuspendedOn(appointment, worker, day)
  }
})

/** The mentors that a placement ever had, each once. */
export const mentorsOf = ({ stints }: Shadowing): ReadonlyArray<string> => [
  ...new Set(stints.map((stint) => stint.mentor))
]

/** Reads a placement that was read already, with what its days depend on. */
export function* placementOf(shadowing: Shadowing): Reading<Placement> {
  const mentors = mentorsOf(shadowing)
  const standings = yield* standingsOf(mentors)
  const appointment = yield* readSchooled(shadowing.appointment)
  const worker = yield* read(Person, appointment.person)
  const byMentor = new Map(mentors.map((mentor, index) => [mentor, standings[index] ?? nobody]))
  return { shadowing, appointment, worker, onTheDay: onTheDayFor(shadowing, byMentor, appointment, worker) }
}

/** Whether a sign-off holds by what is known now; one that staff upheld holds while no fewer days count than then. */
export const signOffHolds = ({ onTheDay, shadowing }: Placement): boolean =>
  shadowing.signOff !== null &&
  countedDays(shadowing, onTheDay, shadowing.signOff.on) >=
    Math.min(shadowing.days, shadowing.signOff.upheld ?? shadowing.days)

/** Reads the placements of an appointment as they are now. */
export function* placementsFor(appointment: string): Reading<ReadonlyArray<Shadowing>> {
  const ids = yield* read(ShadowingsFor, appointment)
  const all = yield* readAll(Shadowing, ids)
  return all.filter((one) => one.appointment === appointment && one.status !== "Cancelled")
}

/** How many others shadow the mentor in placements that are open. */
export function* othersShadowing(mentor: string, except: string): Reading<number> {
  const ids = yield* read(ShadowingsWith, mentor)
  const all = yield* readAll(Shadowing, ids.filter((id) => id !== except))
  const others = all.filter((one) => isOpen(one) && mentorOf(one) === mentor)
  const appointments = yield* readAll(Appointment, others.map((one) => one.appointment))
  return appointments.filter(({ closed, step }) => closed === null && step !== "Voided").length
}

/** The tags of the next event of the placement. */
export const keysOf = (shadowing: Shadowing): {
  readonly shadower: string
  readonly mentor: string
  readonly appointment: string
  readonly scheme: string
  readonly establishment: EstablishmentCode
} => {
  if (shadowing.establishment === null) throw new TypeError("A placement that does not exist has no tags")
  const { appointment, establishment, scheme, shadower } = shadowing
  return { shadower, mentor: mentorOf(shadowing), appointment, scheme, establishment }
}

/** The days counted as of a date. */
export const countedIn = (placement: Placement, asOf: LocalDate): number =>
  countedDays(placement.shadowing, placement.onTheDay, asOf)
