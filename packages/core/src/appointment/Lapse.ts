/**
 * What runs out: the training, the risk assessment and the security clearance of a worker, as of any day.
 *
 * Until when each is good follows from what was recorded by the day and from the limits that the scheme had decided;
 * so a lapse needs nobody to notice it, and is there from its day on, also when somebody asks later. Between the end of
 * a training and the end of the grace that a scheme allows, its refresher is waited for: the worker goes on, but not
 * for ever. What a worker was appointed with, and what turns out never to have been there, counts as little as what ran
 * out.
 */
import { addDays, addMonths, daysBetween, earlier, endOfMonth, later, say } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import { lastBy } from "../record/lastBy.ts"
import { firstDecidedOn, limitOn, roleProfileOf } from "../scheme/Scheme.ts"
import type { LimitName, RoleProfile, Scheme } from "../scheme/Scheme.ts"
import type { Appointment } from "./Appointment.ts"
import type { Assessment } from "./AppointmentFacts.ts"
import { assessedFor, unitOn } from "./AppointmentUnit.ts"

/** What can run out, as people read it. */
export const requirementWords = {
  Training: "training",
  RiskAssessment: "risk assessment",
  Clearance: "security clearance"
} as const

export type Requirement = keyof typeof requirementWords

/** How long something is good that was recorded by a day. */
export interface Validity {
  readonly requirement: Requirement
  /** The day on which it was recorded, completed or last refreshed. */
  readonly since: LocalDate
  /** Null where there is none, though it was asked for when the worker was appointed: it was struck out. */
  readonly passed: boolean | null
  /** The last day on which it is good; null where it has no end. */
  readonly until: LocalDate | null
  /** The last day on which its renewal is waited for: the same day where there is no grace. */
  readonly graceUntil: LocalDate | null
}

/** All that the validities are derived from. */
export interface Asked {
  readonly appointment: Appointment
  readonly scheme: Scheme
  readonly profile: RoleProfile | null
}

const assessed = (
  requirement: Requirement,
  { on: since, passed }: Assessment,
  until: LocalDate | null
): Validity => ({ requirement, since, passed, until, graceUntil: until })

/**
 * The risk assessment that counts on the day, for the unit on which the worker works or for another one: good as long
 * as it says, and no longer than the scheme lets one stand.
 */
export const riskValidity = (
  appointment: Appointment,
  scheme: Scheme,
  on: LocalDate,
  unit = unitOn(appointment, on)
): Validity | null => {
  const newest = lastBy(assessedFor(appointment, unit), on)
  if (newest === null) return null
  const months = limitOn(scheme, "riskAssessmentMonths", newest.on)
  const { validUntil } = newest
  const isOpen = months === null || validUntil === null
  return assessed("RiskAssessment", newest, isOpen ? validUntil : earlier(validUntil, addMonths(newest.on, months)))
}

/** The security clearance that counts on the day. */
export const clearanceValidity = (appointment: Appointment, on: LocalDate): Validity | null => {
  const newest = lastBy(appointment.clearance, on)
  return newest === null ? null : assessed("Clearance", newest, newest.validUntil)
}

/** Whether security has cleared the person by the day, and the clearance is in date. */
export const isClearedOn = (appointment: Appointment, on: LocalDate): boolean => {
  const validity = clearanceValidity(appointment, on)
  return validity?.passed === true && (validity.until === null || validity.until >= on)
}

/**
 * The days up to this one on which the worker's training was completed or refreshed, in their order: the one way in for
 * whatever else says so.
 */
export const completionsOf = ({ refreshers, training }: Appointment, on: LocalDate): ReadonlyArray<LocalDate> =>
  [...training, ...refreshers].map((one) => one.on).filter((day) => day <= on).sort()

/** A limit, and from when it has been in force. */
interface Limit {
  readonly value: number
  readonly from: LocalDate
}

/** A limit on the day; before anybody decided it, the first that was in force. */
const limitFrom = (scheme: Scheme, name: LimitName, on: LocalDate): Limit | null => {
  const value = limitOn(scheme, name, on)
  if (value !== null) return { value, from: on }
  const first = firstDecidedOn(scheme, name)
  return first === null ? null : limitFrom(scheme, name, first)
}

/** The last day of the month with this number that begins after the month in which the day lies. */
const endOfNext = (month: number, after: LocalDate): LocalDate => {
  const own = Number(after.slice(5, 7))
  return endOfMonth(addMonths(after, month > own ? month - own : month - own + 12))
}

/** A training's end, counted from a day so many months on: kept apart, so that month ends do not wander. */
interface Term {
  readonly from: LocalDate
  readonly months: number
  readonly until: LocalDate
}

const termFrom = (from: LocalDate, months: number): Term => ({ from, months, until: addMonths(from, months) })

/**
 * The term after one more completion: from its own day, or from the end of the term before where it came early enough.
 * A refresher never shortens what was good already.
 */
const extended = (scheme: Scheme, before: Term | null, completed: LocalDate): Term | null => {
  const interval = limitFrom(scheme, "refresherEveryMonths", completed)
  if (interval === null) return null
  const month = limitOn(scheme, "refresherMonth", completed) ?? 0
  const early = limitOn(scheme, "refresherEarlyDays", completed) ?? 0
  const isEarly = before !== null && completed <= before.until && daysBetween(completed, before.until) <= early
  const base = isEarly ? before.until : later(completed, interval.from)
  const fresh = month > 0
    ? { from: base, months: 0, until: endOfNext(month, base) }
    : isEarly && before.months > 0
    ? termFrom(before.from, before.months + interval.value)
    : termFrom(base, interval.value)
  return before !== null && before.until > fresh.until ? before : fresh
}

/** The training that counts on the day: null before it was completed; without an end where nobody decided how long. */
export const trainingValidity = (appointment: Appointment, scheme: Scheme, on: LocalDate): Validity | null => {
  const completions = completionsOf(appointment, on)
  const since = completions.at(-1)
  if (since === undefined) return null
  const term = completions.reduce<Term | null>((before, day) => extended(scheme, before, day), null)
  const until = term?.until ?? null
  const grace = until === null ? 0 : limitOn(scheme, "refresherGraceDays", until) ?? 0
  const graceUntil = until === null ? null : addDays(until, grace)
  return { requirement: "Training", since, passed: true, until, graceUntil }
}

/** None there, though it was asked for. */
const missing = (requirement: Requirement, since: LocalDate): Validity => ({
  requirement,
  since,
  passed: null,
  until: null,
  graceUntil: null
})

/** Since when the worker has worked alone, where they do on the day. */
const aloneSince = ({ activated, inRole }: Appointment, on: LocalDate): LocalDate | null =>
  activated !== null && activated.on <= on && inRole !== null && covers(inRole, on) ? activated.on : null

/**
 * Since when the worker works alone without an assessment of the unit, if there is none: from the appointment, or from
 * the day on which they came to the unit. Of a worker who was in role before the scheme none was ever asked.
 */
const askedSince = (appointment: Appointment, on: LocalDate): LocalDate | null => {
  const { selected, units } = appointment
  const alone = aloneSince(appointment, on)
  return alone === null || selected === null ? null : later(alone, lastBy(units, on)?.on ?? alone)
}

/** The risk assessment that counts on the day, or that it is missing. */
const riskOn = ({ appointment, scheme }: Asked, on: LocalDate): Validity | null => {
  const since = askedSince(appointment, on)
  return riskValidity(appointment, scheme, on) ?? (since === null ? null : missing("RiskAssessment", since))
}

/**
 * The clearance that counts on the day where the role asks for one, or that it is missing. What the role only asks for
 * since the worker was appointed is for people to see to, and restricts nobody by itself.
 */
const clearanceOn = ({ appointment, profile, scheme }: Asked, on: LocalDate): Validity | null => {
  if (profile?.asksForClearance !== true) return null
  const alone = aloneSince(appointment, on)
  const isAsked = alone !== null && roleProfileOf(scheme, appointment.roleProfile, alone)?.asksForClearance === true
  return clearanceValidity(appointment, on) ?? (isAsked ? missing("Clearance", alone) : null)
}

/** Everything of the worker that can run out, as recorded by the day. */
export const validitiesOn = (asked: Asked, on: LocalDate): ReadonlyArray<Validity> =>
  [trainingValidity(asked.appointment, asked.scheme, on), riskOn(asked, on), clearanceOn(asked, on)]
    .filter((one) => one !== null)

/** The first day on which it counts no longer; null where it has no end. */
export const lapsesOn = ({ graceUntil, passed, since }: Validity): LocalDate | null => {
  if (passed !== true) return since
  return graceUntil === null ? null : addDays(graceUntil, 1)
}

export type ValidityOnDay = "Valid" | "PendingRenewal" | "Lapsed" | "NotPassed" | "Missing"

/** Whether it counts on the day: good, waited for, run out, never passed, or not there. */
export const validityOn = (validity: Validity, on: LocalDate): ValidityOnDay => {
  if (validity.passed === null) return "Missing"
  if (!validity.passed) return "NotPassed"
  const lapses = lapsesOn(validity)
  if (lapses !== null && on >= lapses) return "Lapsed"
  return validity.until !== null && on > validity.until ? "PendingRenewal" : "Valid"
}

/** Whether it counts on the day, also while its renewal is waited for. */
export const countsOn = (validity: Validity, on: LocalDate): boolean => {
  const lapses = lapsesOn(validity)
  return lapses === null || on < lapses
}

/** As people read it: what has run out and since when is told beside it. */
export const sayValidity = (validity: Validity, on: LocalDate): string => {
  const { graceUntil, until } = validity
  const what = requirementWords[validity.requirement]
  switch (validityOn(validity, on)) {
    case "Missing":
      return `There is no ${what}`
    case "NotPassed":
      return `The ${what} was not passed`
    case "Lapsed":
      return `The ${what} has lapsed`
    case "PendingRenewal":
      return `The ${what} ran out on ${say(until ?? on)}. Its refresher is waited for until ${say(graceUntil ?? on)}`
    case "Valid":
      return until === null ? `The ${what} has no end` : `The ${what} is good until ${say(until)}`
  }
}

/** A reminder that is due: what runs out, when, and by which of the scheme's offsets. */
export interface Reminder {
  readonly validity: Validity
  readonly until: LocalDate
  readonly daysLeft: number
  readonly offset: number
}

const offsets = ["firstReminderDays", "secondReminderDays", "lastReminderDays"] as const

/** What is to be renewed soon, by the offsets that the scheme has decided: the nearest that has been reached. */
export const remindersOn = (asked: Asked, on: LocalDate): ReadonlyArray<Reminder> => {
  const reached = offsets.flatMap((name) => limitOn(asked.scheme, name, on) ?? []).sort((a, b) => a - b)
  return validitiesOn(asked, on).flatMap((validity) => {
    const { until } = validity
    if (until === null || validityOn(validity, on) !== "Valid") return []
    const daysLeft = daysBetween(on, until)
    const offset = reached.find((days) => daysLeft <= days)
    return offset === undefined ? [] : [{ validity, until, daysLeft, offset }]
  })
}
