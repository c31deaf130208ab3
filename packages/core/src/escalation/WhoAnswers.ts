/**
 * The ladder: whom an escalation has reached that nobody has acknowledged, at any moment.
 *
 * Nothing is sent and nothing runs in the background: the step is a function of facts, policy and the time. While people
 * are at work it goes from whoever was told to their cover and then to the duty governor. When they are not, what cannot
 * wait goes to the orderly officer or night staff and then to the duty governor; what is routine waits for the morning.
 * Nobody is called whom it is about, who is no longer in post, or, as long as there is somebody else, who has rejected it.
 */
import { localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { addMinutes, minutesBetween } from "../language/WallTime.ts"
import { CalendarEnds, isInCalendar, isWorkingDay } from "../language/WorkingDays.ts"
import type { Post } from "../route/Posts.ts"
import { closingOn, coversOf, holdingOn, isAtWork, nextOpening } from "../route/Route.ts"
import type { Route } from "../route/Route.ts"
import { limitOn } from "../scheme/Scheme.ts"
import { postOf } from "./Concern.ts"
import type { RouteCode } from "./Concern.ts"
import { acknowledgingTime } from "./Deadline.ts"
import type { Counting } from "./Deadline.ts"
import { isOver, isUnacknowledged, senderOf, whoHas, whoRejected } from "./Escalation.ts"
import type { Classified, Escalation } from "./Escalation.ts"

/** Somebody on the ladder, and why. */
export interface Rung {
  readonly as: "Receiver" | "Cover" | Post
  readonly staff: string
}

export interface Ladder {
  /** 0 until the deadline, then one more for each time that nobody answers. */
  readonly step: number
  readonly rungs: ReadonlyArray<Rung>
  /** Whom it has reached; null where nobody is named. */
  readonly calls: Rung | null
  /** When it goes one step further; null on the last. */
  readonly nextAt: Instant | null
  /** Of what is routine, when work begins again; null while people are at work. */
  readonly waitsUntil: Instant | null
}

/** What the ladder is derived from. */
export interface Climbing extends Counting {
  readonly escalation: Escalation
  /** Whom it, or anything that is linked to it, is or was about. */
  readonly keptAway: ReadonlyArray<string>
  readonly inPost: (staff: string, on: LocalDate) => boolean
}

type Named = string | null | undefined
type Candidate = readonly [as: Rung["as"], staff: Named]

/** Whether they may be called on the day: somebody in post, whom it is not about. */
const mayHear = ({ inPost, keptAway }: Climbing, staff: Named, day: LocalDate): staff is string =>
  typeof staff === "string" && !keptAway.includes(staff) && inPost(staff, day)

/** Who has it in hand, if it is not about them. */
const whoHasIt = ({ escalation, keptAway }: Climbing): string | null => {
  const has = whoHas(escalation)
  return has === null || keptAway.includes(has) ? null : has
}

/**
 * Who covers for whoever has it: in the post that it goes to, where they hold it; else in any that they hold. Nobody does
 * where it is about them.
 */
const coversFor = (climbing: Climbing, way: RouteCode, day: LocalDate): ReadonlyArray<Named> => {
  const { route } = climbing
  const has = whoHasIt(climbing)
  if (has === null) return []
  const post = holdingOn(route, postOf[way], day)
  return post?.holder === has ? [post.cover] : coversOf(route, has, day)
}

/** Whether it is about the nominated manager for adult safeguarding, to whom it would go. */
const isAboutManager = ({ keptAway, route }: Climbing, way: RouteCode, day: LocalDate): boolean => {
  const manager = holdingOn(route, postOf[way], day)?.holder
  return way === "SAFEGUARDING" && typeof manager === "string" && keptAway.includes(manager)
}

/** Whom a concern for an adult goes to: the nominated manager or their cover; past whom it is about, the governor. */
export const managersOn = (climbing: Climbing, day: LocalDate): ReadonlyArray<string> => {
  const { route } = climbing
  const [post, duty] = [holdingOn(route, postOf.SAFEGUARDING, day), holdingOn(route, "DUTY_GOVERNOR", day)]
  const isThere = (staff: Named): staff is string => mayHear(climbing, staff, day)
  const [managers, governor] = [[post?.holder, post?.cover].filter(isThere), [duty?.holder].filter(isThere)]
  const [first, then] = isAboutManager(climbing, "SAFEGUARDING", day) ? [governor, managers] : [managers, governor]
  return first.length > 0 ? first : then
}

/** Whom it goes to while people are at work: the named one, or whoever holds the post; then who covers for them. */
const daytime = (climbing: Climbing, { route: way }: Classified, day: LocalDate): ReadonlyArray<Candidate> => {
  const { route } = climbing
  const post = holdingOn(route, postOf[way], day)
  const receiver: Candidate = ["Receiver", whoHasIt(climbing) ?? post?.holder]
  const cover: Candidate = ["Cover", post?.cover]
  const governor: Candidate = ["DUTY_GOVERNOR", holdingOn(route, "DUTY_GOVERNOR", day)?.holder]
  if (isAboutManager(climbing, way, day)) return [receiver, governor, cover]
  const covers = coversFor(climbing, way, day).map((staff): Candidate => ["Cover", staff])
  return [receiver, ...covers, ["Cover", post?.holder], cover, governor]
}

/** Whom it goes to when they are not: whoever was told in so many words, then who is there round the clock. */
const outOfHours = (climbing: Climbing, { urgency }: Classified, day: LocalDate): ReadonlyArray<Candidate> => {
  const { escalation, route } = climbing
  const told = urgency === "IMMEDIATE" ? whoHas(escalation) : null
  const [orderly, duty] = [holdingOn(route, "ORDERLY_OFFICER", day), holdingOn(route, "DUTY_GOVERNOR", day)]
  return [
    ["Receiver", told],
    ["ORDERLY_OFFICER", orderly?.holder],
    ["ORDERLY_OFFICER", orderly?.cover],
    ["DUTY_GOVERNOR", duty?.holder]
  ]
}

/** Those of the candidates who may be called, each once; whoever has rejected it only where there is nobody else. */
const rungsOf = (climbing: Climbing, candidates: ReadonlyArray<Candidate>, day: LocalDate): ReadonlyArray<Rung> => {
  const rungs: Array<Rung> = []
  for (const [as, staff] of candidates) {
    if (!mayHear(climbing, staff, day)) continue
    if (rungs.every((rung) => rung.staff !== staff)) rungs.push({ as, staff })
  }
  const rejecting = whoRejected(climbing.escalation)
  const others = rungs.filter(({ staff }) => !rejecting.includes(staff))
  return others.length === 0 ? rungs : others
}

/** Whether it waits for nobody to be at work: it is routine, or they are. */
const goesByDay = ({ route }: Climbing, { urgency }: Classified, at: Instant): boolean =>
  urgency === "ROUTINE" || isAtWork(route, at)

/** Everybody on the ladder at an instant, in the order in which they are called. */
const rungsAt = (climbing: Climbing, classified: Classified, at: Instant): ReadonlyArray<Rung> => {
  const day = localDateOf(at)
  const candidates = goesByDay(climbing, classified, at)
    ? daytime(climbing, classified, day)
    : outOfHours(climbing, classified, day)
  return rungsOf(climbing, candidates, day)
}

/**
 * Who answers for what is without an owner, whoever would be called now first: who is there round the clock when people
 * are not at work, and always who covers for whoever had it, who holds and covers its post, and the duty governor.
 */
export const standInsAt = (climbing: Climbing, now: Instant): ReadonlyArray<Rung> => {
  const { classified } = climbing.escalation
  if (classified === null) return []
  const day = localDateOf(now)
  const atNight = goesByDay(climbing, classified, now) ? [] : outOfHours(climbing, classified, day)
  return rungsOf(climbing, [...atNight, ...daytime(climbing, classified, day)], day)
}

/** How long each step has: what the scheme decided for the ladder, else as long as the first acknowledgement. */
const stepLength = ({ scheme }: Counting, { acknowledgeBy, urgency }: Classified): number => {
  const day = localDateOf(acknowledgeBy)
  const own = urgency === "ROUTINE" ? null : limitOn(scheme, "ladderStepMinutes", day)
  return Math.max(1, own ?? acknowledgingTime(scheme, urgency, day))
}

/** Whether a day is counted as a working day. Beyond the calendar every day is. */
const isCounted = (day: LocalDate): boolean => !isInCalendar(day) || isWorkingDay(day)

/** Working days after the one of the deadline on which work has ended: whoever was called had the whole of each. */
const workingDaysEnded = (route: Route, { acknowledgeBy }: Classified, now: Instant): number => {
  let days = 0
  for (let day = addDays(localDateOf(acknowledgeBy), 1); day <= localDateOf(now); day = addDays(day, 1)) {
    if (isCounted(day) && closingOn(route, day) <= now) days += 1
  }
  return days
}

/** When work ends on the working day that is so many after the one of the deadline. */
const closingAfter = (route: Route, { acknowledgeBy }: Classified, days: number): Instant => {
  let day = localDateOf(acknowledgeBy)
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (isCounted(day)) left -= 1
  }
  return closingOn(route, day)
}

const stepAt = (counting: Counting, classified: Classified, now: Instant): number => {
  const { acknowledgeBy, urgency } = classified
  if (now <= acknowledgeBy) return 0
  const passed = urgency === "ROUTINE"
    ? workingDaysEnded(counting.route, classified, now)
    : minutesBetween(acknowledgeBy, now)
  return 1 + Math.floor(passed / stepLength(counting, classified))
}

/** When the step after this one begins: of what is routine when work ends on the last working day of this one. */
const nextStepAt = (counting: Counting, classified: Classified, step: number): Instant => {
  const { acknowledgeBy, urgency } = classified
  if (step === 0) return acknowledgeBy
  const length = step * stepLength(counting, classified)
  return urgency === "ROUTINE"
    ? closingAfter(counting.route, classified, length)
    : addMinutes(acknowledgeBy, length)
}

/** When work begins again; null where that is beyond the calendar. */
const opening = (route: Route, now: Instant): Instant | null => {
  try {
    return nextOpening(route, now)
  } catch (error) {
    if (error instanceof CalendarEnds) return null
    throw error
  }
}

/** Where the escalation is on the ladder at an instant; null where it is acknowledged or over. */
export const ladderAt = (climbing: Climbing, now: Instant): Ladder | null => {
  const { escalation, route } = climbing
  const { classified } = escalation
  if (classified === null || !isUnacknowledged(escalation)) return null
  const rungs = rungsAt(climbing, classified, now)
  const step = stepAt(climbing, classified, now)
  return {
    step,
    rungs,
    calls: rungs[Math.min(step, rungs.length - 1)] ?? null,
    nextAt: step < rungs.length - 1 ? nextStepAt(climbing, classified, step) : null,
    waitsUntil: classified.urgency === "ROUTINE" && !isAtWork(route, now) ? opening(route, now) : null
  }
}

/** Whom it has reached so far: everybody on the ladder up to its step, and who covers for the first. */
const reached = (climbing: Climbing, now: Instant): ReadonlyArray<Rung> => {
  const ladder = ladderAt(climbing, now)
  if (ladder === null) return []
  return ladder.rungs.filter(({ as }, place) => place <= ladder.step || as === "Cover")
}

/** Whether the ladder has reached them as a post: as who is there when the others are not, or have not answered. */
export const isReachedInPost = (climbing: Climbing, staff: string, now: Instant): boolean =>
  reached(climbing, now).some((rung) => rung.staff === staff && rung.as !== "Receiver" && rung.as !== "Cover")

/** Whether whoever took it on has left, it turned out to be about them, or that they did was struck out. */
export const isWithoutOwner = (climbing: Climbing, now: Instant): boolean => {
  const { escalation } = climbing
  if (escalation.classified === null || isOver(escalation) || isUnacknowledged(escalation)) return false
  return !mayHear(climbing, whoHas(escalation), localDateOf(now))
}

/** Who has it in hand at an instant, as it may be said: nobody whom it is about or, until it is over, who has left. */
export const holderAt = (climbing: Climbing, now: Instant): string | null => {
  const has = whoHasIt(climbing)
  return isOver(climbing.escalation) || mayHear(climbing, has, localDateOf(now)) ? has : null
}

/** The same once somebody has taken it on: they and their cover; without an owner, who answers for it now. */
const heldBy = (climbing: Climbing, now: Instant): ReadonlyArray<Named> => {
  const { escalation } = climbing
  const [owner, day] = [whoHas(escalation), localDateOf(now)]
  const way = escalation.classified?.route
  if (way === undefined) return []
  return mayHear(climbing, owner, day)
    ? [owner, ...coversFor(climbing, way, day)]
    : standInsAt(climbing, now).map((rung) => rung.staff)
}

/** Whether it came back to them while they were not at work: it is theirs as well as of whoever has it for them. */
const cameBackTo = (climbing: Climbing, staff: string, now: Instant): boolean => {
  const { escalation } = climbing
  return escalation.stage === "RejectedBack" && staff === senderOf(escalation) &&
    mayHear(climbing, staff, localDateOf(now)) && !whoRejected(escalation).includes(staff)
}

/**
 * With whom it is at an instant: who may acknowledge it, pass it on, resolve and close it. Whoever raised it may hand it
 * over as long as nobody else has it, and whoever passed it on may once it was rejected.
 */
export const isWith = (climbing: Climbing, staff: string, now: Instant): boolean => {
  const { escalation, keptAway } = climbing
  if (keptAway.includes(staff) || isOver(escalation) && escalation.stage !== "Closed") return false
  const named = isUnacknowledged(escalation)
    ? [whoHas(escalation), ...reached(climbing, now).map((rung) => rung.staff)]
    : heldBy(climbing, now)
  return named.includes(staff) || (escalation.stage === "Raised" && staff === escalation.raisedBy) ||
    cameBackTo(climbing, staff, now)
}

/**
 * With whom it is again after it was rejected: whoever passed it on, while they are at work; else who covers for them,
 * or who is there round the clock. Whoever rejected it does not get it back. It never has nobody.
 */
export const backWith = (climbing: Climbing, at: Instant, rejecting: ReadonlyArray<string>): string => {
  const { escalation, route } = climbing
  const day = localDateOf(at)
  const may = (staff: Named): staff is string => mayHear(climbing, staff, day) && !rejecting.includes(staff)
  const sender = senderOf(escalation)
  if (isAtWork(route, at) && may(sender)) return sender
  const others = [
    ...coversOf(route, sender, day),
    ...["ORDERLY_OFFICER" as const, "DUTY_GOVERNOR" as const].map((post) => holdingOn(route, post, day)?.holder)
  ]
  return others.find(may) ?? sender
}
