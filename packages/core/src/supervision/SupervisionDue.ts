/**
 * When the next supervision is due, derived from the sessions held, the scheme's interval and the day.
 *
 * The first is due on the day that was set when the worker began; each later one the scheme's number of days after the
 * one before. Days on which the worker is suspended or away do not count: the supervision rests by itself, nobody has
 * to record it, and it goes on when they are back. Nothing here is stored, so no nightly job can forget it.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { holderOf } from "../appointment/Standing.ts"
import { read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { addDays, daysBetween, later, say } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"
import { absencesFrom } from "../person/Person.ts"
import type { Person } from "../person/Person.ts"
import { outside } from "../person/Whereabouts.ts"
import { firstDecidedOn, limitOn, roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { heldSessions, supervisionsOf } from "./Supervision.ts"
import type { Supervision } from "./Supervision.ts"

/** All that it is derived from. */
export interface Supervised {
  readonly appointment: Appointment
  readonly person: Person
  readonly scheme: Scheme
  readonly supervisions: ReadonlyArray<Supervision>
}

/** `NotBegun` until the worker is appointed; `Due` on the day itself, `Overdue` from the day after. */
export type DueStatus = "NotBegun" | "OnTrack" | "Due" | "Overdue" | "BeyondGrace" | "Paused" | "Ended"

interface Known {
  readonly lastHeldOn: LocalDate | null
  /** Null while the scheme has decided no interval, and while the worker is away without a known return. */
  readonly dueOn: LocalDate | null
  /** The last day of grace; null while the scheme has decided none. */
  readonly graceUntil: LocalDate | null
}

interface BeyondGrace extends Known {
  readonly status: "BeyondGrace"
  readonly since: LocalDate
  readonly dueOn: LocalDate
}

interface WithinGrace extends Known {
  readonly status: Exclude<DueStatus, "BeyondGrace">
  readonly since: LocalDate | null
}

export type DueOnDay = BeyondGrace | WithinGrace

/** Reads all of it for an appointment. */
export function* supervisedIn(id: string): Reading<Supervised> {
  const appointment = yield* read(Appointment, id)
  const { person } = yield* holderOf(appointment)
  const scheme = yield* read(Scheme, appointment.scheme)
  const supervisions = yield* supervisionsOf(id)
  return { appointment, person, scheme, supervisions }
}

/** When the role was held in the community, by each version of its description from its day on. */
const timesInCommunity = (scheme: Scheme, role: string): ReadonlyArray<Period> => {
  const days = scheme.roleProfiles.filter(({ id }) => id === role).map(({ publishedOn }) => publishedOn)
  return days.flatMap((from, index) =>
    roleProfileOf(scheme, role, from)?.inCommunity === true ? [{ from, until: days[index + 1] ?? null }] : []
  )
}

/** When the worker was away; an absence on licence for work is none on the days on which the role was in the community. */
const awayOf = ({ appointment: { establishment, roleProfile }, person, scheme }: Supervised): ReadonlyArray<Period> => {
  if (establishment === null) return []
  const there = outside(absencesFrom(person, establishment, { countWork: true }))
  const inPrison = outside([...there, ...timesInCommunity(scheme, roleProfile)])
  return [...absencesFrom(person, establishment, { countWork: false }), ...inPrison]
}

/** When the worker was suspended or away, in the order of the days, and none of these times touches another. */
export const restsOf = (of: Supervised): ReadonlyArray<Period> =>
  outside(outside([...of.appointment.suspensions, ...awayOf(of)]))

/** The day so many days that count after another; null where they rest without a known end before it. */
export const afterDays = (from: LocalDate, days: number, resting: ReadonlyArray<Period>): LocalDate | null => {
  let day = addDays(from, days)
  let counted = from
  for (const rest of resting) {
    const start = later(rest.from, counted)
    if (start > day) continue
    if (rest.until === null) return null
    counted = later(rest.until, start)
    day = addDays(day, daysBetween(start, counted))
  }
  return day
}

/** The day of the next, counted from the last that was held; given none, the one that was set for a worker who began. */
const nextDue = (
  { appointment: { firstSupervisionOn }, scheme }: Supervised,
  begunOn: LocalDate,
  lastHeldOn: LocalDate | null,
  resting: ReadonlyArray<Period>
): LocalDate | null => {
  const days = lastHeldOn !== null
    ? limitOn(scheme, "supervisionEveryDays", lastHeldOn)
    : firstSupervisionOn !== null
    ? daysBetween(begunOn, firstSupervisionOn)
    : null
  return days === null ? null : afterDays(lastHeldOn ?? begunOn, days, resting)
}

const graceDays = "supervisionGraceDays"

/** The last day of grace by what the scheme decided, and never before the first day on which it had decided any. */
const lastOfGrace = (
  { scheme }: Supervised,
  dueOn: LocalDate,
  on: LocalDate,
  resting: ReadonlyArray<Period>
): LocalDate | null => {
  const [days, decided] = [limitOn(scheme, graceDays, on), firstDecidedOn(scheme, graceDays)]
  if (days === null || decided === null) return null
  const until = afterDays(dueOn, days, resting)
  return until === null ? null : later(until, addDays(decided, -1))
}

/** What the supervision is on the day. */
export const dueOn = (of: Supervised, on: LocalDate): DueOnDay => {
  const { appointment: { activated, ended, step } } = of
  const nothing = { since: null, lastHeldOn: null, dueOn: null, graceUntil: null }
  if (step === "Voided" || (ended !== null && ended.on <= on)) {
    return { ...nothing, status: "Ended", since: ended?.on ?? null }
  }
  if (activated === null || on < activated.on) return { ...nothing, status: "NotBegun" }
  const resting = restsOf(of)
  const lastHeldOn = heldSessions(of.supervisions).map((one) => one.on)
    .filter((held) => held >= activated.on && held <= on).at(-1) ?? null
  const due = nextDue(of, activated.on, lastHeldOn, resting)
  const graceUntil = due === null ? null : lastOfGrace(of, due, on, resting)
  const known = { lastHeldOn, dueOn: due, graceUntil }
  const rest = resting.find((one) => covers(one, on))
  if (rest !== undefined) return { ...known, status: "Paused", since: rest.from }
  if (due === null || on < due) return { ...known, status: "OnTrack", since: lastHeldOn ?? activated.on }
  if (on === due) return { ...known, status: "Due", since: due }
  if (graceUntil === null || on <= graceUntil) return { ...known, status: "Overdue", since: addDays(due, 1) }
  return { ...known, status: "BeyondGrace", since: addDays(graceUntil, 1), dueOn: due }
}

/** Since when new work is closed to the worker because supervision is overdue beyond grace; null where it is not. */
export const restrictedBySupervision = (
  of: Supervised,
  on: LocalDate
): { readonly since: LocalDate; readonly says: string } | null => {
  const due = dueOn(of, on)
  return due.status !== "BeyondGrace" ? null : {
    since: due.since,
    says: `Supervision was due on ${say(due.dueOn)} and is overdue beyond grace, so nothing new is taken on`
  }
}
