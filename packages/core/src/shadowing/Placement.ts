/**
 * A placement with all that its days depend on: the standing of its mentors and of the new worker, the limit of the
 * scheme, and the shadowings elsewhere whose days count in it.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { readSchooled } from "../appointment/Schooling.ts"
import {
  holderOf,
  isOpenNow,
  isOpenOn,
  isSuspendedOn,
  mayMentorOn,
  readySince,
  standingsOf
} from "../appointment/Standing.ts"
import type { Standing } from "../appointment/Standing.ts"
import { read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { coveredBy } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"
import { timesApart } from "../nonassociation/Apart.ts"
import { identitiesOf, isSamePerson, isTheirs } from "../person/Identity.ts"
import type { Identity, RecordedUnder } from "../person/Identity.ts"
import { Person } from "../person/Person.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import { countedDays } from "./countedDays.ts"
import type { OnTheDay } from "./countedDays.ts"
import { isOpen, mentorOf, Shadowing, ShadowingsFor, ShadowingsWith } from "./Shadowing.ts"
import { ShadowingPersonCorrected } from "./ShadowingEvents.ts"

export interface Placement {
  readonly shadowing: Shadowing
  /** The new worker's appointment and where they are. */
  readonly appointment: Appointment
  readonly worker: Person
  readonly onTheDay: OnTheDay
}

/** What is known of a mentor, as far as the days of a placement depend on it. */
export interface MentorStanding extends Standing {
  /** Whether the mentor and the new worker turned out to be one person. */
  readonly isTheWorker: boolean
  /** When the two must not meet where they would shadow. */
  readonly apart: ReadonlyArray<Period>
}

const nobody: MentorStanding = { person: Person.initial, appointments: [], isTheWorker: false, apart: [] }

/** Where a new worker and their mentor meet: side by side on the landings. */
export const whereTheyMeet = "LANDING"

/** What the count asks, answered from what was read. Nobody is their own mentor. */
export const onTheDayFor = (
  { scheme }: Shadowing,
  mentors: ReadonlyMap<string, MentorStanding>,
  appointment: Appointment,
  worker: Person
): Pick<OnTheDay, "mentorMayWork" | "workerIsThere"> => ({
  mentorMayWork: (mentor, day) => {
    const standing = mentors.get(mentor) ?? nobody
    return !standing.isTheWorker && !coveredBy(standing.apart, day) && mayMentorOn(standing, scheme, day)
  },
  workerIsThere: (day) => {
    const ready = readySince(appointment)
    return ready !== null && ready <= day && isOpenOn(appointment, day) && !isSuspendedOn(appointment, worker, day)
  }
})

/** Under which id each mentor was named, each once, and the day by which a moved booking decides who that was. */
export const mentorsNamed = ({ stints }: Shadowing): ReadonlyArray<RecordedUnder> =>
  stints.filter((one, index) => stints.findIndex(({ mentor }) => mentor === one.mentor) === index)
    .map(({ from, mentor }) => ({ id: mentor, on: from }))

/** The mentors that a placement ever had, each once. */
export const mentorsOf = (shadowing: Shadowing): ReadonlyArray<string> => mentorsNamed(shadowing).map(({ id }) => id)

/** The days needed: the limit of the day on which it was planned, also where that was put right afterwards. */
function* daysNeededIn({ days, planned, scheme }: Shadowing): Reading<number> {
  return planned === null ? days : limitOn(yield* read(Scheme, scheme), "shadowingDays", planned.on) ?? days
}

/**
 * Reads how many days count in each shadowing elsewhere whose days count here. One that no transfer ended after all, or
 * that turned out to be somebody else's, has none; nor has one whose days are being counted already.
 */
function* countedElsewhere(
  { earlier }: Shadowing,
  worker: Identity,
  counting: ReadonlyArray<string>
): Reading<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>()
  for (const { counts, shadowing: id } of earlier) {
    const there = counts ? yield* read(Shadowing, id) : Shadowing.initial
    const { ended, planned, status } = there
    if (status !== "TransferredOut" || ended === null || counting.includes(planned?.event ?? "")) continue
    const placement = yield* placed(there, counting)
    if (isSamePerson(worker, yield* holderOf(placement.appointment))) counted.set(id, countedIn(placement, ended.on))
  }
  return counted
}

/** Reads a placement that was read already, with what its days depend on. */
export function* placementOf(shadowing: Shadowing): Reading<Placement> {
  return yield* placed(shadowing, [])
}

/** The same, where days of the placements whose plan is named are being counted. */
function* placed(shadowing: Shadowing, counting: ReadonlyArray<string>): Reading<Placement> {
  const named = mentorsNamed(shadowing)
  const identities = yield* identitiesOf(named)
  const standings = yield* standingsOf(identities.map(({ id }) => id))
  const appointment = yield* readSchooled(shadowing.appointment)
  const worker = yield* holderOf(appointment)
  const mentors = new Map<string, MentorStanding>()
  for (const [index, identity] of identities.entries()) {
    const apart = yield* timesApart(worker, identity, whereTheyMeet)
    const isTheWorker = isSamePerson(identity, worker)
    mentors.set(named[index]?.id ?? "", { ...standings[index] ?? nobody, isTheWorker, apart })
  }
  const own = shadowing.planned?.event ?? ""
  const elsewhere = yield* countedElsewhere(shadowing, worker, [...counting, own])
  return {
    shadowing,
    appointment,
    worker: worker.person,
    onTheDay: {
      ...onTheDayFor(shadowing, mentors, appointment, worker.person),
      daysThere: (earlier) => elsewhere.get(earlier) ?? 0,
      daysNeeded: yield* daysNeededIn(shadowing)
    }
  }
}

/** Whether a sign-off holds by what is known now; one that staff upheld holds while no fewer days count than then. */
export const signOffHolds = ({ onTheDay, shadowing }: Placement): boolean =>
  shadowing.signOff !== null &&
  countedDays(shadowing, onTheDay, shadowing.signOff.on) >=
    Math.min(onTheDay.daysNeeded, shadowing.signOff.upheld ?? onTheDay.daysNeeded)

/** Reads the placements of an appointment as they are now. */
export function* placementsFor(appointment: string): Reading<ReadonlyArray<Shadowing>> {
  const ids = yield* read(ShadowingsFor, appointment)
  const all = yield* readAll(Shadowing, ids)
  return all.filter((one) => one.appointment === appointment && one.status !== "Cancelled")
}

/** How many others shadow the mentor, under whatever number, in placements that are open. */
export function* othersShadowing(mentor: Identity, except: string): Reading<number> {
  const ids = yield* readAll(ShadowingsWith, mentor.ids)
  const all = yield* readAll(Shadowing, [...new Set(ids.flat())].filter((id) => id !== except))
  const others = all.filter((one) => isOpen(one) && isTheirs(mentor, mentorNow(one)))
  const appointments = yield* readAll(Appointment, others.map((one) => one.appointment))
  return appointments.filter(isOpenNow).length
}

/** Under which id the newest mentor was named, and the day by which a moved booking decides who that is. */
export const mentorNow = ({ stints }: Shadowing): RecordedUnder => {
  const stint = stints.at(-1)
  return { id: stint?.mentor ?? "", on: stint?.from ?? null }
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

/** The placement goes along with its appointment, which turned out to be somebody else's. Both people hear of it. */
export const ofAnotherWorker = (id: string, shadowing: Shadowing, shadower: string) => {
  const { appointment, planned, shadower: formerShadower } = shadowing
  if (planned === null) throw new TypeError("A placement that was never planned is nobody's")
  return ShadowingPersonCorrected.make({
    of: id,
    on: planned.on,
    corrects: planned.event,
    data: { ...keysOf(shadowing), shadower, formerShadower, formerAppointment: appointment }
  })
}
