/**
 * Which sessions of its template a training record meets, counted in minutes.
 *
 * A session is met when all its minutes were attended or made up, or when it was credited. It lasted as long as is known
 * now, whatever was known when somebody's attendance was written down. Minutes that nobody was taught, because the
 * session was interrupted, come off what everybody attended. What was attended only counts where the session does;
 * partial attendance never rounds up. A unit of a training that leads to an award is met once it was assessed besides;
 * what was credited was assessed where it comes from.
 */
import { minutesLost, sessionIn } from "../cohort/Cohort.ts"
import type { Cohort, CohortSession } from "../cohort/Cohort.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { sessionCounts, taughtByAccredited } from "./Accreditation.ts"
import type { Accredited } from "./Accreditation.ts"
import type { SessionKey } from "./SessionCatalogue.ts"
import { isOfNow } from "./Training.ts"
import type { Training } from "./Training.ts"
import type { Attendance, MadeUp } from "./TrainingFacts.ts"

/** Met, or why not: nothing of it, only a part, all of it by nobody accredited, or all of it and not assessed as met. */
export type HowMet = "Attended" | "MadeUp" | "Credited" | "Missing" | "Partial" | "NotCounted" | "NotAssessed"

export interface SessionMet {
  readonly session: SessionKey
  readonly how: HowMet
  readonly attendance: Attendance | null
  /** The minutes that count, and how many it takes. */
  readonly minutes: number
  readonly of: number
}

/** A training record with all that its sessions depend on. */
export interface TrainingRecord {
  readonly training: Training
  readonly template: TrainingTemplate
  /** The cohort in which it was attended; null where there is none. */
  readonly cohort: Cohort | null
  readonly accredited: Accredited
  /** The credits from earlier trainings that no longer hold; see `creditHolds`. */
  readonly fallenCredits: ReadonlyArray<string>
  /** The credits that the equivalences as they stand now would not give; see `creditsInDoubt`. */
  readonly creditsWithoutGround: ReadonlyArray<string>
  /** Whether whoever decided that it is complete was in post on that day; true where nobody has decided. */
  readonly deciderInPost: boolean
  /** The record as it stood by the template before; null where it was never moved. */
  readonly before: TrainingRecord | null
}

export const isMet = ({ how }: SessionMet): boolean => how === "Attended" || how === "MadeUp" || how === "Credited"

/** The minutes that are missing of the session; none where it is met. */
export const missingOf = (session: SessionMet): number => isMet(session) ? 0 : session.of - session.minutes

/** What an earlier record offers for one session of a template. */
export interface Offer {
  readonly session: SessionKey
  readonly credit: "FULL" | "PARTIAL"
  readonly topUpMinutes: number
  readonly topUp: string | null
}

/** What an earlier record offers for a template: each session in full, in part, or not at all. */
export const offersFor = (
  { id, template }: { readonly id: string; readonly template: TrainingTemplate },
  earlier: TrainingRecord,
  on: LocalDate
): ReadonlyArray<Offer> => {
  const met = sessionsMet(earlier, on).filter(isMet).map(({ session }) => session)
  return template.sessions.flatMap(({ session }): ReadonlyArray<Offer> => {
    if (earlier.training.template === id) {
      return met.includes(session) ? [{ session, credit: "FULL", topUpMinutes: 0, topUp: null }] : []
    }
    const decided = template.equivalences.filter((one) =>
      one.from === earlier.training.template && one.session === session && met.includes(one.fromSession) && one.on <= on
    ).at(-1)
    return decided === undefined || decided.credit === "NONE"
      ? []
      : [{ session, credit: decided.credit, topUpMinutes: decided.topUpMinutes, topUp: decided.topUp }]
  })
}

/** The minutes made up of the session by the day: in all, and those that count because somebody accredited taught them. */
const madeUpOf = (
  { accredited, training }: TrainingRecord,
  session: SessionKey,
  on: LocalDate,
  isOfIt: (one: MadeUp) => boolean
) => {
  const madeUp = training.madeUp.filter(isOfNow(training))
    .filter((one) => one.session === session && one.on <= on && isOfIt(one))
  const minutesOf = (some: typeof madeUp) => some.reduce((sum, { minutes }) => sum + minutes, 0)
  return {
    inAll: minutesOf(madeUp),
    counting: minutesOf(madeUp.filter((one) => taughtByAccredited(one, one.on, accredited)))
  }
}

/**
 * How long the trainee was present, of how long the session really lasted. Who attended it was there for all of it; a
 * session that was not held was as long as it was planned when that was written down.
 */
export const presentOf = (
  { minutes, of, outcome }: Pick<Attendance, "minutes" | "of" | "outcome">,
  held: CohortSession | null
): { readonly minutes: number; readonly of: number } => {
  const length = held === null || held.delivered === null || outcome === "SESSION_NOT_HELD" ? of : held.minutes
  return { minutes: outcome === "ATTENDED" ? length : Math.min(minutes, length), of: length }
}

/** What is noted of the session; of one that turned out to have been held on another day, attendance is of that day. */
const attendanceOf = (record: TrainingRecord, session: SessionKey, on: LocalDate) => {
  const held = record.cohort === null ? null : sessionIn(record.cohort, session)
  const heldOn = held?.delivered?.on
  const attendance = record.training.attendance.filter((one) => one.session === session && (heldOn ?? one.on) <= on).at(
    -1
  )
  if (attendance === undefined) return null
  const { minutes, of } = presentOf(attendance, held)
  const lost = held === null ? 0 : minutesLost(held)
  const present = isOfNow(record.training)(attendance) ? Math.max(0, minutes - lost) : 0
  return { attendance, of, present, counts: held !== null && sessionCounts(held, record.accredited) }
}

/** What was met by the template before counts by equivalence, from the day of the move on. */
const carriedTo = ({ before, template, training }: TrainingRecord, session: SessionKey, on: LocalDate) => {
  const { moved } = training
  if (before === null || moved === null || on < moved.on) return undefined
  const offer = offersFor({ id: training.template, template }, before, on).find((one) => one.session === session)
  return offer === undefined
    ? undefined
    : { event: moved.event, on: moved.on, inFull: offer.credit === "FULL", topUpMinutes: offer.topUpMinutes }
}

/** The newest credit for the session by the day, where it holds; or what it was carried over as. */
const creditFor = (record: TrainingRecord, session: SessionKey, on: LocalDate) => {
  const { fallenCredits, training } = record
  return training.credits.filter(isOfNow(training))
    .filter((one) => one.session === session && one.on <= on && !fallenCredits.includes(one.event))
    .at(-1) ?? carriedTo(record, session, on)
}

/** Whether the session is no unit of a qualification, or the newest assessment of it by the day says that it is met. */
const isAssessed = ({ template, training }: TrainingRecord, session: SessionKey, on: LocalDate): boolean =>
  template.qualification === null ||
  training.assessments.filter(isOfNow(training)).filter((one) => one.session === session && one.on <= on).at(-1)
      ?.isMet === true

/** How the record stands with what was attended of the session, and made up of that or of all before a move. */
const taughtBy = (record: TrainingRecord, session: SessionKey, on: LocalDate): SessionMet => {
  const noted = attendanceOf(record, session, on)
  if (noted === null) return { session, attendance: null, minutes: 0, of: 0, how: "Missing" }
  const { attendance, counts, of, present } = noted
  const ids = [attendance.event, record.training.moved?.event]
  const madeUp = madeUpOf(record, session, on, ({ missed }) => ids.includes(missed))
  const minutes = Math.min(of, (counts ? present : 0) + madeUp.counting)
  const known = { session, attendance, minutes, of }
  if (minutes >= of) {
    const how = madeUp.counting > 0 ? "MadeUp" : "Attended"
    return { ...known, how: isAssessed(record, session, on) ? how : "NotAssessed" }
  }
  if (present + madeUp.inAll >= of) return { ...known, how: "NotCounted" }
  return { ...known, how: minutes > 0 ? "Partial" : "Missing" }
}

/** How the record stands with what was credited of the session, and what was taught since of what that left to learn. */
const creditedBy = (
  record: TrainingRecord,
  session: SessionKey,
  on: LocalDate
): Pick<SessionMet, "how" | "minutes" | "of"> | null => {
  const credit = creditFor(record, session, on)
  if (credit === undefined) return null
  const { event, inFull, on: from, topUpMinutes: of } = credit
  const ids = [event, record.training.moved?.event]
  const isSince = (one: MadeUp) => ids.includes(one.missed) || (one.credit === event && one.on >= from)
  const since = madeUpOf(record, session, on, isSince)
  if (inFull || since.counting >= of) return { how: "Credited", minutes: of, of }
  return { how: since.inAll >= of ? "NotCounted" : "Partial", minutes: since.counting, of }
}

/** How the record stands with one session on the day: the nearer of the two, for neither takes from the other. */
const metBy = (record: TrainingRecord, session: SessionKey, on: LocalDate): SessionMet => {
  const taught = taughtBy(record, session, on)
  const credited = creditedBy(record, session, on)
  if (credited === null) return taught
  const { attendance } = taught
  if (credited.how === "Credited") return { ...taught, how: "Credited" }
  const isNearer = attendance !== null && isOfNow(record.training)(attendance) &&
    (isMet(taught) || taught.of - taught.minutes < credited.of - credited.minutes)
  return isNearer ? taught : { ...taught, ...credited }
}

/** Every session of the template, with how it is met on the day. */
export const sessionsMet = (record: TrainingRecord, on: LocalDate): ReadonlyArray<SessionMet> =>
  record.template.sessions.map(({ session }) => metBy(record, session, on))

/** How many sessions are met on the day. */
export const countMet = (record: TrainingRecord, on: LocalDate): number => sessionsMet(record, on).filter(isMet).length

/** Enrolled and every session met: somebody may decide. */
export const allMet = (record: TrainingRecord, on: LocalDate): boolean =>
  record.training.status === "Enrolled" && sessionsMet(record, on).every(isMet)
