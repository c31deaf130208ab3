/**
 * What must hold of what a completed training stands on, said once more without the rules: every session to its last
 * minute, less what was lost, taught by somebody who was accredited for it on that day. Plain tables of plain events, as
 * in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { isSameList } from "../record/isSameList.ts"
import { count, day, idIn, ids, kept, lastUpTo, text, withoutCorrected } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"

interface Accreditation {
  readonly event: string
  readonly session: string
  readonly on: LocalDate
  readonly lapsesOn: LocalDate
  /** In the order of the log; what was recorded before a withdrawal and is not later than it is withdrawn. */
  readonly isWithdrawal: boolean
}

type Accreditations = Map<string, ReadonlyArray<Accreditation>>

const accreditationsAfter = (all: Accreditations, event: Happened): void => {
  const { id, on, type } = event
  const trainer = text(event, "trainer")
  const known = kept(all, trainer, [])
  const isWithdrawal = type === "TrainerAccreditationWithdrawn"
  const lapsesOn = day(event, "lapsesOn")
  if (type === "TrainerEntryStruckOut") {
    all.set(trainer, known.filter((one) => one.event !== text(event, "entry")))
  } else if (isWithdrawal || lapsesOn !== null) {
    const entry = { event: id, session: text(event, "session"), on, lapsesOn: lapsesOn ?? on, isWithdrawal }
    all.set(trainer, [...known, entry])
  }
}

/** Whether an accreditation holds on the day that is neither lapsed nor withdrawn by then. */
const isAccredited = (all: Accreditations, trainer: string, session: string, on: LocalDate): boolean => {
  const own = kept(all, trainer, []).filter((one) => one.session === session && one.on <= on)
  // Whoever is accredited anew on the day of a withdrawal, and after it, is accredited
  const isAfter = (other: Accreditation, one: Accreditation): boolean =>
    other.on > one.on || (other.on === one.on && own.indexOf(other) > own.indexOf(one))
  return own.some((one) =>
    !one.isWithdrawal && on < one.lapsesOn && own.every((other) => !other.isWithdrawal || !isAfter(other, one))
  )
}

interface Session {
  readonly heldOn: LocalDate | null
  readonly minutes: number
  readonly taughtBy: ReadonlyArray<string>
  readonly isAccepted: boolean
  readonly lost: ReadonlyArray<{ readonly event: string; readonly minutes: number }>
}

const notHeld: Session = { heldOn: null, minutes: 0, taughtBy: [], isAccepted: false, lost: [] }

const taughtBy = (event: Happened): ReadonlyArray<string> =>
  [...ids(event, "deliverers"), text(event, "supervisedBy")].filter((one) => one !== "")

const sessionAfter = (before: Session, event: Happened): Session => {
  switch (event.type) {
    case "TrainingSessionDelivered":
      return { ...before, heldOn: event.on, minutes: count(event, "minutes"), taughtBy: taughtBy(event) }
    case "TrainingSessionCorrected":
      return {
        ...before,
        heldOn: day(event, "heldOn"),
        minutes: count(event, "minutes"),
        taughtBy: taughtBy(event),
        isAccepted: false
      }
    case "TrainingSessionObserversCorrected":
      return isSameList(ids(event, "observers"), ids(event, "formerObservers"))
        ? before
        : { ...before, isAccepted: false }
    case "TrainingSessionVoided":
    case "TrainingSessionScheduled":
      return notHeld
    case "TrainingSessionInterrupted":
      return { ...before, lost: [...before.lost, { event: event.id, minutes: count(event, "minutes") }] }
    case "TrainingInterruptionVoided":
      return { ...before, lost: withoutCorrected(before.lost, event) }
    case "TrainingSessionAccepted":
      return { ...before, isAccepted: true }
    default:
      return before
  }
}

interface Entry {
  readonly event: string
  readonly type: string
  readonly session: string
  readonly on: LocalDate
  readonly minutes: number
  /** How long the session was when attendance was written down; what a credit leaves to be taught. */
  readonly of: number
  readonly taughtBy: ReadonlyArray<string>
  readonly outcome: string
}

interface Record {
  readonly cohort: string
  readonly entries: ReadonlyArray<Entry>
  /** What was met by another template counts by equivalence, which is not judged here. */
  readonly isMoved: boolean
}

const unenrolled: Record = { cohort: "", entries: [], isMoved: false }

const entryTypes = ["AttendanceRecorded", "TrainingSessionMadeUp", "TrainingCreditGiven", "TrainingUnitAssessed"]

const entryOf = (event: Happened): Entry => ({
  event: event.id,
  type: event.type,
  session: text(event, "session"),
  on: event.on,
  minutes: count(event, "minutes"),
  of: event.type === "TrainingCreditGiven" ? count(event, "topUpMinutes") : count(event, "of"),
  taughtBy: taughtBy(event),
  outcome: text(event, "outcome")
})

const recordAfter = (before: Record, event: Happened): Record => {
  const { entries } = before
  switch (event.type) {
    case "TraineeEnrolled":
      return { ...unenrolled, cohort: text(event, "cohort") }
    case "AttendanceCorrected":
      return {
        ...before,
        entries: entries.map((one) => one.event === event.corrects ? { ...one, minutes: count(event, "minutes") } : one)
      }
    case "AttendanceVoided":
    case "TrainingEntryVoided":
      return { ...before, entries: withoutCorrected(entries, event) }
    case "TrainingMovedToTemplate":
      return { ...before, isMoved: true }
    default:
      return entryTypes.includes(event.type) ? { ...before, entries: [...entries, entryOf(event)] } : before
  }
}

interface Known {
  readonly accreditations: Accreditations
  readonly sessions: Map<string, Session>
  readonly records: Map<string, Record>
}

const madeUp = (known: Known, entries: ReadonlyArray<Entry>): number =>
  entries.filter(({ type }) => type === "TrainingSessionMadeUp")
    .filter(({ on, session, taughtBy: by }) => by.some((one) => isAccredited(known.accreditations, one, session, on)))
    .reduce((sum, { minutes }) => sum + minutes, 0)

/** What counts of what was attended: less what was lost, and nothing where nobody accredited taught it. */
const attended = (known: Known, cohort: string, { minutes, session }: Entry): number => {
  const { heldOn, isAccepted, lost, taughtBy: by } = kept(known.sessions, `${cohort} ${session}`, notHeld)
  const counts = heldOn !== null &&
    (isAccepted || by.some((one) => isAccredited(known.accreditations, one, session, heldOn)))
  return counts ? Math.max(0, minutes - lost.reduce((sum, one) => sum + one.minutes, 0)) : 0
}

/** Whether the session is met on the day to its last minute, or was credited and topped up. */
const isMet = (known: Known, { cohort, entries }: Record, session: string, on: LocalDate): boolean => {
  const own = entries.filter((one) => one.session === session && one.on <= on)
  const credit = lastUpTo(own.filter(({ type }) => type === "TrainingCreditGiven"), on)
  const made = madeUp(known, own)
  if (credit !== null && made >= credit.of) return true
  const attendance = entries.filter((one) => one.session === session && one.type === "AttendanceRecorded").at(-1)
  if (attendance === undefined) return false
  const { minutes } = kept(known.sessions, `${cohort} ${session}`, notHeld)
  // A session that turned out longer or shorter is whole by the shorter of both
  const needed = minutes === 0 ? attendance.of : Math.min(minutes, attendance.of)
  return attended(known, cohort, attendance) + made >= needed
}

const takeIn = (known: Known, event: Happened): void => {
  const { records, sessions } = known
  accreditationsAfter(known.accreditations, event)
  if (event.stream.startsWith("cohort-") && text(event, "session") !== "") {
    const key = `${idIn(event)} ${text(event, "session")}`
    sessions.set(key, sessionAfter(kept(sessions, key, notHeld), event))
  }
  if (event.stream.startsWith("training-")) {
    records.set(event.stream, recordAfter(kept(records, event.stream, unenrolled), event))
  }
}

const everySessionWhole: Invariant = {
  says:
    "A training is completed when every session counts to its last minute, taught by somebody accredited for it then, " +
    "or was credited (INV-40 to INV-42)",
  begin: () => {
    const known: Known = { accreditations: new Map(), sessions: new Map(), records: new Map() }
    return (event) => {
      takeIn(known, event)
      const record = kept(known.records, event.stream, unenrolled)
      if (event.type !== "TrainingCompleted" || record.isMoved) return null
      const sessions = [...new Set(record.entries.map(({ session }) => session))]
      const met = sessions.filter((one) => isMet(known, record, one, event.on)).length
      return met >= count(event, "sessions")
        ? null
        : `${event.stream} was completed with ${met} of ${count(event, "sessions")} sessions`
    }
  }
}

const completedOnceByAnother: Invariant = {
  says: "A completed training is not completed again before it was revoked (INV-51)",
  begin: () => {
    const completed = new Set<string>()
    return (event) => {
      if (event.type === "TrainingCompletionRevoked") completed.delete(event.stream)
      if (event.type !== "TrainingCompleted") return null
      const isTwice = completed.has(event.stream)
      completed.add(event.stream)
      return isTwice ? `${event.stream} was completed twice` : null
    }
  }
}

/** The invariants of what a training is completed by. */
export const invariantsOfSessions: ReadonlyArray<Invariant> = [everySessionWhole, completedOnceByAnother]
