/**
 * What was the case on a day: which of the events that are known count for it.
 *
 * An event counts from the day on which it is dated. What puts an event right says when that really was, or that it
 * never was; so the two count together, from the day that turned out right, and neither of them before it. A decision
 * that takes something back from its own day on, such as a sign-off that is withdrawn, is no such correction: until
 * that day what it takes back was the case.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { eventTypes } from "../Registry.ts"

const namedForIt = /(?:Corrected|Voided|StruckOut|Undone|TakenBack)$/

/** What of an event says whether it counts. */
export type Counting = Pick<Happened, "corrects" | "data" | "id" | "on" | "position" | "stream" | "type">

/** The types of events that put an earlier one right. Each is named for it. */
export const correctionTypes: ReadonlyArray<string> = [...eventTypes.keys()].filter((type) => namedForIt.test(type))

const isCorrection = ({ corrects, type }: Counting): boolean => corrects !== null && namedForIt.test(type)

/** The session of a cohort that is on another day where its record is corrected; null for every other event. */
const sessionOf = ({ data, stream, type }: Counting): string | null => {
  switch (type) {
    case "TrainingSessionCorrected":
    case "TrainingSessionInterrupted":
      return `${stream} ${String(data["session"])}`
    case "AttendanceRecorded":
      return `cohort-${String(data["cohort"])} ${String(data["session"])}`
    default:
      return null
  }
}

/**
 * Whether an event counts for a day, given the corrections that are known. Corrections and events are taken in the order
 * of the log, an event after what it puts right.
 */
export const whatCounts = (known: Iterable<Counting>): (event: Counting, day: LocalDate) => boolean => {
  const corrections = new Map<string, Counting>()
  for (const event of known) if (isCorrection(event)) corrections.set(event.id, event)

  const rootOf = (event: Counting): string => {
    const before = isCorrection(event) ? event.corrects ?? event.id : event.id
    const correction = corrections.get(before)
    return correction === undefined || correction.position >= event.position ? before : rootOf(correction)
  }

  /** The day that turned out right, by what was corrected and by the session that was. */
  const rightDays = new Map<string, LocalDate>()
  for (const correction of corrections.values()) {
    if (correction.type.endsWith("Corrected")) rightDays.set(rootOf(correction), correction.on)
    const session = sessionOf(correction)
    if (session !== null) rightDays.set(session, correction.on)
  }

  /** The day of each event that was asked about, since what strikes one out is dated when it was found out. */
  const ownDays = new Map<string, LocalDate>()

  return (event, day) => {
    const root = rootOf(event)
    const on = rightDays.get(sessionOf(event) ?? "") ?? rightDays.get(root) ?? ownDays.get(root) ?? event.on
    ownDays.set(event.id, on)
    return on <= day
  }
}
