/**
 * What must hold of every history of training, said once more without the rules: plain tables of plain events, as in
 * `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import { count, idIn, text } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"

/** What one entry adds to a session, by the event that says so. */
interface Entry {
  readonly event: string
  readonly session: string
  readonly minutes: number
  /** How many minutes the session took; none for what was made up. */
  readonly of: number | null
  /** In which cohort, and as what somebody was present; empty for what was made up or credited. */
  readonly cohort: string
  readonly outcome: string
  /** How many minutes a credit leaves to be taught; none for what is no credit. */
  readonly topUp: number | null
}

const entryOf = (event: Happened): Entry | null => {
  const session = text(event, "session")
  const nothing = { of: null, topUp: null, cohort: text(event, "cohort"), outcome: text(event, "outcome") }
  const entry = { event: event.id, session, minutes: count(event, "minutes"), ...nothing }
  switch (event.type) {
    case "AttendanceRecorded":
      return { ...entry, of: count(event, "of") }
    case "TrainingSessionMadeUp":
      return entry
    case "TrainingCreditGiven":
      return { ...entry, topUp: count(event, "topUpMinutes") }
    default:
      return null
  }
}

const afterIt = (entries: ReadonlyArray<Entry>, event: Happened): ReadonlyArray<Entry> => {
  if (event.type === "TrainingEntryVoided" || event.type === "AttendanceVoided") {
    return entries.filter((one) => one.event !== event.corrects)
  }
  if (event.type === "AttendanceCorrected") {
    const really = { minutes: count(event, "minutes"), outcome: text(event, "outcome") }
    return entries.map((one) => one.event === event.corrects ? { ...one, ...really } : one)
  }
  const entry = entryOf(event)
  return entry === null ? entries : [...entries, entry]
}

/** The minutes that each session of each cohort really lasted, by what is known so far. */
type Lengths = ReadonlyMap<string, number>

const keyOf = (cohort: string, session: string): string => `${cohort} ${session}`

/** Each session with the length that is known of it now; who attended it was there for all of that. */
const really = (entry: Entry, lengths: Lengths): Entry => {
  const length = lengths.get(keyOf(entry.cohort, entry.session))
  if (entry.of === null || entry.outcome === "SESSION_NOT_HELD" || length === undefined) return entry
  return { ...entry, of: length, minutes: entry.outcome === "ATTENDED" ? length : Math.min(length, entry.minutes) }
}

/** How many sessions were credited, or attended and made up to the last minute. */
const whole = (entries: ReadonlyArray<Entry>): number =>
  [...new Set(entries.map(({ session }) => session))].filter((session) => {
    const own = entries.filter((one) => one.session === session)
    const length = own.flatMap(({ of }) => of === null ? [] : [of]).at(-1) ?? null
    const present = own.reduce((sum, { minutes }) => sum + minutes, 0)
    const isCredited = own.some(({ topUp }) => topUp !== null && topUp <= present)
    return isCredited || (length !== null && present >= length)
  }).length

const nothingRoundsUp: Invariant = {
  says: "Training is completed by whole sessions only, as long as they really were, and by a decision of staff " +
    "(INV-40, INV-42)",
  begin: () => {
    const records = new Map<string, ReadonlyArray<Entry>>()
    const lengths = new Map<string, number>()
    return (event) => {
      const session = keyOf(event.stream.slice("cohort-".length), text(event, "session"))
      if (event.type === "TrainingSessionDelivered" || event.type === "TrainingSessionCorrected") {
        lengths.set(session, count(event, "minutes"))
      }
      if (event.type === "TrainingSessionVoided") lengths.delete(session)
      if (!event.stream.startsWith("training-")) return null
      const entries = records.get(event.stream) ?? []
      records.set(event.stream, afterIt(entries, event))
      if (event.type !== "TrainingCompleted") return null
      const met = whole(entries.map((entry) => really(entry, lengths)))
      return met >= count(event, "sessions") && text(event, "decidedBy") !== ""
        ? null
        : `${event.stream} was completed with ${met} of ${count(event, "sessions")} sessions`
    }
  }
}

const revokedByTwo: Invariant = {
  says: "A completion is revoked by two people",
  begin: () => (event) =>
    event.type === "TrainingCompletionRevoked" && text(event, "agreedBy") === text(event, "decidedBy")
      ? `${event.stream} was revoked by one`
      : null
}

/** The sessions that an upholding says are missing; null where it was not written down. */
const missingIn = ({ data: { missing } }: Happened): ReadonlyArray<unknown> | null =>
  Array.isArray(missing) ? missing.map((one: Readonly<Record<string, unknown>>) => one["session"]) : null

/** What says that somebody was not in post on days on which they were thought to be. */
const outOfPost = ["StaffLeft", "StaffLeavingCorrected", "StaffStartCorrected", "StaffReturnCorrected"]

const upheldByName: Invariant = {
  says: "Whoever upholds a completion names each session that is missing, and all others are met (INV-40)",
  begin: () => {
    const [sessions, deciders, gone] = [new Map<string, number>(), new Map<string, string>(), new Set<string>()]
    return (event) => {
      if (outOfPost.includes(event.type)) gone.add(idIn(event))
      if (event.type === "TrainingCompleted") {
        sessions.set(event.stream, count(event, "sessions"))
        deciders.set(event.stream, text(event, "decidedBy"))
      }
      const missing = event.type === "TrainingCompletionUpheld" ? missingIn(event) : null
      if (missing === null) return null
      const left = (sessions.get(event.stream) ?? 0) - count(event, "met")
      // None is missing only where whoever decided it may have left
      const isInDoubt = left > 0 || gone.has(deciders.get(event.stream) ?? "")
      return isInDoubt && new Set(missing).size === left && missing.length === left
        ? null
        : `${event.stream} was upheld without ${missing.length} sessions where ${left} are missing`
    }
  }
}

const upheldCredits: Invariant = {
  says: "A credit that is upheld stands, and came from another training (edge case 52)",
  begin: () => {
    const standing = new Set<string>()
    return (event) => {
      if (event.type === "TrainingCreditGiven" && text(event, "earlier") !== "") standing.add(event.id)
      if (event.type === "TrainingEntryVoided") standing.delete(event.corrects ?? "")
      return event.type !== "TrainingCreditUpheld" || standing.has(event.corrects ?? "")
        ? null
        : `${event.stream} upholds a credit that does not stand`
    }
  }
}

const certificatesStay: Invariant = {
  says: "A completion has one certificate, and each completion another (INV-51)",
  begin: () => {
    const issued = new Set<string>()
    const since = new Set<string>()
    const events = new Set<string>()
    return (event) => {
      const isStruckOut = event.type === "TrainingEntryVoided" && events.has(event.corrects ?? "")
      if (event.type === "TrainingCompleted" || isStruckOut) since.delete(event.stream)
      if (event.type !== "TrainingCertificateIssued") return null
      const number = `${text(event, "number")}${count(event, "number")}`
      const isSecond = since.has(event.stream)
      since.add(event.stream)
      events.add(event.id)
      const isTaken = issued.has(`${event.stream} ${number}`)
      issued.add(`${event.stream} ${number}`)
      return isSecond || isTaken ? `${event.stream} has a second certificate ${number}` : null
    }
  }
}

/** The invariants of training. */
export const invariantsOfTraining: ReadonlyArray<Invariant> = [
  nothingRoundsUp,
  revokedByTwo,
  upheldByName,
  upheldCredits,
  certificatesStay
]
