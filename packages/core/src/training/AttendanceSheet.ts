/**
 * An attendance sheet: how everybody was present at a session as it was sent, beside what stands of each already.
 */
import type { CohortSession } from "../cohort/Cohort.ts"
import type { Outcome } from "./outcomeWords.ts"
import { presentOf } from "./sessionsMet.ts"
import type { Training } from "./Training.ts"

const whole = ["ATTENDED"]
const inPart = ["LATE", "LEFT_EARLY"]

/** The minutes that an outcome means where none are written down; null where they have to be. */
export const minutesMeant = (outcome: string, of: number): number | null =>
  whole.includes(outcome) ? of : inPart.includes(outcome) ? null : 0

/** Whether the minutes are such as the outcome allows; null where none are written down. */
export const attendanceFits = (outcome: string, written: number | null, of: number): boolean => {
  const meant = minutesMeant(outcome, of)
  const minutes = written ?? meant
  return meant === null ? minutes !== null && minutes > 0 && minutes < of : minutes === meant
}

/** A line as it was sent. */
interface Row {
  readonly trainee: string
  readonly outcome: Outcome
  readonly minutes?: number
}

/** A line with the training that it is about. */
export interface Mark {
  readonly trainee: string
  readonly training: Training
  readonly outcome: Outcome
  /** Null where they have to be written down, and are not. */
  readonly minutes: number | null
  /** What is recorded of the session already; null where nothing is. */
  readonly stands: { readonly outcome: Outcome; readonly minutes: number } | null
}

/** Where the sheet belongs. */
interface Held {
  readonly cohort: string
  readonly session: CohortSession
}

const standingIn = ({ attendance }: Training, { cohort, session }: Held): Mark["stands"] => {
  const entry = attendance.find((one) => one.session === session.session && one.cohort === cohort)
  return entry === undefined ? null : { outcome: entry.outcome, minutes: presentOf(entry, session).minutes }
}

/** The lines of the sheet; the trainings are those of the lines, in their order. */
export const marksIn = (
  rows: ReadonlyArray<Row>,
  trainings: ReadonlyArray<Training>,
  held: Held
): ReadonlyArray<Mark> =>
  trainings.flatMap((training, index) => {
    const row = rows[index]
    if (row === undefined) return []
    const { minutes = minutesMeant(row.outcome, held.session.minutes), outcome, trainee } = row
    return [{ trainee, training, outcome, minutes, stands: standingIn(training, held) }]
  })

/** Whether the line says what stands already. */
export const standsAlready = ({ minutes, outcome, stands }: Mark): boolean =>
  stands !== null && stands.outcome === outcome && stands.minutes === minutes

/** What stands otherwise than the line says; nothing where nothing stands. */
export const otherwiseThan = ({ minutes, outcome, stands, trainee }: Mark) =>
  stands === null
    ? []
    : [{ trainee, stands: stands.outcome, standsMinutes: stands.minutes, sent: outcome, sentMinutes: minutes ?? 0 }]
