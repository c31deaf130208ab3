/**
 * What was the case on a day: which of the events that are known count for it.
 *
 * An event counts from the day on which it is dated. What puts an event right says when that really was, or that it
 * never was; so the two count together, from the day that turned out right, and neither of them before it. What puts
 * something else right than the day counts from the day of what it puts right. A decision that takes something back from
 * its own day on, such as a sign-off that is withdrawn, is no such correction: until that day what it takes back was the
 * case. What is opened again because its end was recorded in error never ended, and a completion of training that two
 * people revoke never was one.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { eventTypes } from "../Registry.ts"

const namedForIt = /(?:Corrected|Voided|StruckOut|Undone|TakenBack|Reopened|CompletionRevoked)$/

/** What of an event says whether it counts. */
export type DatedEvent = Pick<Happened, "corrects" | "data" | "id" | "on" | "position" | "stream" | "type">

/** The types of events that put an earlier one right. Each is named for it. */
export const correctionTypes: ReadonlyArray<string> = [...eventTypes.keys()].filter((type) => namedForIt.test(type))

const isCorrection = ({ type }: DatedEvent): boolean => namedForIt.test(type)

/** What puts right who it was, and no day. */
const saysWho = new Set([
  "ShadowingMentorCorrected",
  "EscalationRaiserCorrected",
  "TrainingSessionObserversCorrected"
])

/** Whether it says that another day is right. */
const saysAnotherDay = ({ type }: DatedEvent): boolean => type.endsWith("Corrected") && !saysWho.has(type)

/** What no correction gives another day: since when somebody had been in the role is not the day of their registration. */
const keepsItsDay = ({ type }: DatedEvent): boolean => type === "LegacyWorkerRegistered"

const toldOfSessions = new Set([
  "TrainingSessionDelivered",
  "TrainingSessionCorrected",
  "TrainingSessionObserversCorrected",
  "TrainingSessionInterrupted"
])

/** The session of a cohort that an event tells of: all that is told of one is of the same day. Null where it is of none. */
const sessionOf = ({ data, stream, type }: DatedEvent): string | null => {
  if (type === "AttendanceRecorded") return `cohort-${String(data["cohort"])} ${String(data["session"])}`
  return toldOfSessions.has(type) ? `${stream} ${String(data["session"])}` : null
}

/**
 * Whether an event counts for a day, given the corrections that are known; other events among them change nothing. Both
 * are taken in the order of the log, an event after what it puts right.
 */
export const whatCounts = (known: Iterable<DatedEvent>): (event: DatedEvent, day: LocalDate) => boolean => {
  const before = new Map<string, DatedEvent>()
  for (const event of known) before.set(event.id, event)

  /** The event that was put right first: corrections of corrections lead to it. */
  const rootOf = (event: DatedEvent): string => {
    if (!isCorrection(event) || event.corrects === null) return event.id
    const corrected = before.get(event.corrects)
    return corrected === undefined || corrected.position >= event.position ? event.corrects : rootOf(corrected)
  }

  const keyOf = (event: DatedEvent): string => sessionOf(event) ?? rootOf(event)

  const rightDays = new Map<string, LocalDate>()
  for (const event of before.values()) {
    if (saysAnotherDay(event)) rightDays.set(keyOf(event), event.on)
  }

  /** The day of each event that was asked about, since what strikes one out is dated when it was found out. */
  const ownDays = new Map<string, LocalDate>()
  const kept = new Set<string>()

  return (event, day) => {
    const root = rootOf(event)
    if (keepsItsDay(event)) kept.add(event.id)
    const right = kept.has(root) ? undefined : rightDays.get(keyOf(event))
    const on = right ?? ownDays.get(root) ?? event.on
    ownDays.set(event.id, on)
    return on <= day
  }
}
