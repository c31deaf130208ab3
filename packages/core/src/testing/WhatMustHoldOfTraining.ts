/**
 * What must hold of every history of training, said once more without the rules: plain tables of plain events, as in
 * `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import { count, text } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"

/** What one entry adds to a session, by the event that says so. */
interface Entry {
  readonly event: string
  readonly session: string
  readonly minutes: number
  /** How many minutes the session took; none for what was made up. */
  readonly of: number | null
  /** How many minutes a credit leaves to be taught; none for what is no credit. */
  readonly topUp: number | null
}

const entryOf = (event: Happened): Entry | null => {
  const session = text(event, "session")
  const entry = { event: event.id, session, minutes: count(event, "minutes"), of: null, topUp: null }
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
  if (event.type === "TrainingEntryVoided") return entries.filter((one) => one.event !== event.corrects)
  if (event.type === "AttendanceCorrected") {
    return entries.map((one) => one.event === event.corrects ? { ...one, minutes: count(event, "minutes") } : one)
  }
  const entry = entryOf(event)
  return entry === null ? entries : [...entries, entry]
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
  says: "Training is completed by whole sessions only, and by a decision of staff (INV-40, INV-42)",
  begin: () => {
    const records = new Map<string, ReadonlyArray<Entry>>()
    return (event) => {
      if (!event.stream.startsWith("training-")) return null
      const entries = records.get(event.stream) ?? []
      records.set(event.stream, afterIt(entries, event))
      if (event.type !== "TrainingCompleted") return null
      const met = whole(entries)
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
export const invariantsOfTraining: ReadonlyArray<Invariant> = [nothingRoundsUp, revokedByTwo, certificatesStay]
