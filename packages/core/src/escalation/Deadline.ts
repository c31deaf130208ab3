/**
 * Deadlines: by when somebody has to acknowledge an escalation.
 *
 * What is immediate or for the same day is counted in minutes, round the clock. What is routine is counted in working
 * days: it is due when work ends on the last of them, and what comes in after hours counts from the next working day.
 * Where the scheme decided no limit, it is due at once. A deadline is never moved to let it be missed: it may come
 * nearer, and goes further only while it is not over, and then never before where it stood.
 */
import { localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { addMinutes } from "../language/WallTime.ts"
import { addWorkingDays, CalendarEnds, isInCalendar } from "../language/WorkingDays.ts"
import { closingOn, countedOn } from "../route/Route.ts"
import type { Route } from "../route/Route.ts"
import { limitOn } from "../scheme/Scheme.ts"
import type { LimitName, Scheme } from "../scheme/Scheme.ts"
import { isMoreUrgent } from "./Concern.ts"
import type { Urgency } from "./Concern.ts"
import type { Classified } from "./Escalation.ts"

/** What a deadline is counted with. */
export interface Counting {
  readonly scheme: Scheme
  readonly route: Route
}

const limits: Readonly<Record<Urgency, LimitName>> = {
  IMMEDIATE: "acknowledgeImmediateMinutes",
  SAME_DAY: "acknowledgeSameDayMinutes",
  ROUTINE: "acknowledgeRoutineWorkingDays"
}

/** The limit of the scheme on the day, in minutes or working days; none where nobody decided it. */
export const acknowledgingTime = (scheme: Scheme, urgency: Urgency, on: LocalDate): number =>
  limitOn(scheme, limits[urgency], on) ?? 0

/** By when what was raised at an instant has to be acknowledged. */
export const deadline = ({ route, scheme }: Counting, urgency: Urgency, from: Instant): Instant => {
  const time = acknowledgingTime(scheme, urgency, localDateOf(from))
  if (time === 0) return from
  return urgency === "ROUTINE"
    ? closingOn(route, addWorkingDays(countedOn(route, from), time))
    : addMinutes(from, time)
}

const sooner = (one: Instant, other: Instant): Instant => (one <= other ? one : other)
const further = (one: Instant, other: Instant): Instant => (one >= other ? one : other)

/** The deadline after it was found, at an instant, to be of another urgency. */
export const reclassified = (
  counting: Counting,
  { acknowledgeBy, urgency }: Classified,
  to: Urgency,
  { at, raisedAt }: { readonly at: Instant; readonly raisedAt: Instant }
): Instant => {
  if (to === urgency) return acknowledgeBy
  if (isMoreUrgent(to, urgency)) return sooner(acknowledgeBy, deadline(counting, to, at))
  return at > acknowledgeBy ? acknowledgeBy : further(acknowledgeBy, deadline(counting, to, raisedAt))
}

/** The deadline for somebody to whom it was passed on, at an instant: a new one only once it was acknowledged. */
export const passedOn = (
  counting: Counting,
  { acknowledgeBy, urgency }: Classified,
  at: Instant,
  wasAcknowledged: boolean
): Instant => (wasAcknowledged ? further(acknowledgeBy, deadline(counting, urgency, at)) : acknowledgeBy)

/** The deadline of what was raised at another time than was recorded: never later than it stood. */
export const corrected = (counting: Counting, { acknowledgeBy, urgency }: Classified, raisedAt: Instant): Instant =>
  sooner(acknowledgeBy, deadline(counting, urgency, raisedAt))

/** Whether the calendar covers what the deadline is counted with, also where nobody decided how long it is. */
export const isCountable = (counting: Counting, urgency: Urgency, from: Instant): boolean => {
  if (urgency === "ROUTINE" && !isInCalendar(localDateOf(from))) return false
  try {
    deadline(counting, urgency, from)
    return true
  } catch (error) {
    if (error instanceof CalendarEnds) return false
    throw error
  }
}
