/**
 * What must hold of every appointment, said once more without the rules: whoever works alone was selected, trained,
 * assessed and cleared by then, knew what the role is, had shadowed where it asks for that, and was neither suspended nor
 * at the end. Plain tables of plain events, as in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { count, covers, day, idIn, kept, lastUpTo, text, withoutCorrected } from "./PlainEvents.ts"
import type { Invariant, Span } from "./PlainEvents.ts"
import { suspendedAfter } from "./PlainTenure.ts"

interface Fact {
  readonly event: string
  readonly on: LocalDate
  readonly told: Happened
}

interface Held {
  readonly facts: ReadonlyArray<Fact>
  readonly suspensions: ReadonlyArray<Span>
  readonly isClosed: boolean
}

const nothing: Held = { facts: [], suspensions: [], isClosed: false }

const closings = ["AppointmentEnded", "AppointmentEndedAsDuplicate", "AppointmentDeclined", "AppointmentVoided"]

const afterIt = ({ facts, isClosed, suspensions }: Held, event: Happened): Held => ({
  facts: [
    ...event.type === "AppointmentFactVoided" ? withoutCorrected(facts, event) : facts,
    { event: event.id, on: event.on, told: event }
  ],
  suspensions: suspendedAfter(suspensions, event),
  isClosed: event.type === "AppointmentReopened" ? false : isClosed || closings.includes(event.type)
})

const of = ({ facts }: Held, type: string): ReadonlyArray<Fact> => facts.filter(({ told }) => told.type === type)

interface Role {
  readonly version: number
  readonly from: LocalDate
  readonly told: Happened
}

/** Everything that an appointment is asked for besides its own facts. */
interface Beside {
  readonly roles: ReadonlyArray<Role>
  /** The days on which trainings of the person were completed. */
  readonly completed: ReadonlyArray<LocalDate>
  /** The days on which placements for it were signed off. */
  readonly signedOff: ReadonlyArray<LocalDate>
}

const roleOn = (roles: ReadonlyArray<Role>, on: LocalDate): Role | null =>
  roles.filter(({ from }) => from <= on)
    .reduce<Role | null>((newest, one) => newest === null || one.version > newest.version ? one : newest, null)

const isAcknowledged = (held: Held, { roles }: Beside, on: LocalDate): boolean =>
  of(held, "JobDescriptionAcknowledged").some((one) =>
    one.on <= on && count(one.told, "version") === roleOn(roles, on)?.version
  )

/** Of the assessments for the unit on which they work, or of all where nobody said a unit, the last was good. */
const isAssessed = (held: Held, on: LocalDate): boolean => {
  const unit = lastUpTo(of(held, "AppointmentBoundToUnit"), on)
  const all = of(held, "RiskAssessmentRecorded")
  const unnamed = all.filter(({ told }) => text(told, "unit") === "")
  const isGood = (one: Fact | null) =>
    one !== null && one.told.data["passed"] === true && text(one.told, "validUntil") >= on
  if (unit === null) return isGood(lastUpTo(all, on))
  // Which unit one without a name is of is another question; so whichever it is, one of them has to be good
  const here = all.filter(({ told }) => text(told, "unit") === text(unit.told, "unit"))
  return isGood(lastUpTo(here, on)) || isGood(lastUpTo([...here, ...unnamed], on)) || unnamed.some(isGood)
}

const isCleared = (held: Held, on: LocalDate): boolean => {
  const last = lastUpTo(of(held, "SecurityClearanceRecorded"), on)
  if (last === null || last.told.data["cleared"] !== true) return false
  return day(last.told, "validUntil") === null || text(last.told, "validUntil") >= on
}

const asks = (beside: Beside, what: string, on: LocalDate): boolean =>
  roleOn(beside.roles, on)?.told.data[what] === true

const isTrained = (held: Held, { completed }: Beside, on: LocalDate): boolean =>
  [...of(held, "AppointmentTrainingRecorded").map((one) => one.on), ...completed].some((one) => one <= on)

/** What is missing on the day on which somebody is to work alone. */
const missingOn = (held: Held, beside: Beside, on: LocalDate): ReadonlyArray<string> =>
  Object.entries({
    "an open appointment": !held.isClosed,
    "a selection": of(held, "AppointmentSelected").some((one) => one.on <= on),
    "a training": isTrained(held, beside, on),
    "a risk assessment in date": isAssessed(held, on),
    "the job description in force": isAcknowledged(held, beside, on),
    "a clearance": !asks(beside, "asksForClearance", on) || isCleared(held, on),
    "a shadowing": !asks(beside, "asksForShadowing", on) || beside.signedOff.some((one) => one <= on),
    "being without a suspension": held.suspensions.every((one) => !covers(one, on))
  }).filter(([, isThere]) => !isThere).map(([what]) => what)

/** Whoever was in the role before the scheme is selected, assessed and shadowed by nobody. */
const missingOfLegacy = (held: Held, beside: Beside, on: LocalDate): ReadonlyArray<string> =>
  Object.entries({
    "an open appointment": !held.isClosed,
    "having been registered": of(held, "LegacyWorkerRegistered").length > 0,
    "a training": isTrained(held, beside, on),
    "the job description in force": isAcknowledged(held, beside, on),
    "a clearance": !asks(beside, "asksForClearance", on) || isCleared(held, on),
    "being without a suspension": held.suspensions.every((one) => !covers(one, on))
  }).filter(([, isThere]) => !isThere).map(([what]) => what)

interface Completion {
  readonly on: LocalDate
  readonly person: string
  readonly scheme: string
}

const trainingsAfter = (completions: Map<string, Completion>, event: Happened): void => {
  const { on, stream, type } = event
  const [person, scheme] = [text(event, "person"), text(event, "scheme")]
  if (type === "TrainingCompleted") completions.set(stream, { on, person, scheme })
  if (type === "TrainingCompletionRevoked" || type === "TrainingVoided") completions.delete(stream)
}

interface SignedOff {
  readonly on: LocalDate
  readonly appointment: string
}

const signOffsAfter = (signedOff: Map<string, SignedOff>, event: Happened): void => {
  const before = signedOff.get(event.stream)
  const appointment = text(event, "appointment")
  if (event.type === "ShadowingSignedOff") signedOff.set(event.stream, { on: event.on, appointment })
  if (event.type === "ShadowingSignOffWithdrawn" || event.type === "ShadowingCancelled") signedOff.delete(event.stream)
  if (event.type === "ShadowingPersonCorrected" && before !== undefined) {
    signedOff.set(event.stream, { ...before, appointment })
  }
}

const rolesAfter = (roles: Map<string, ReadonlyArray<Role>>, event: Happened): void => {
  if (!event.type.startsWith("RoleProfile")) return
  const key = `${idIn(event)} ${text(event, "roleProfile")}`
  const role = { version: count(event, "version"), from: event.on, told: event }
  roles.set(key, [...kept(roles, key, []).filter(({ version }) => version !== role.version), role])
}

const readyForTheRole: Invariant = {
  says:
    "Nobody works alone who is not selected, trained, assessed, cleared, told of the role and shadowed as it asks, or " +
    "who is suspended (INV-01 to INV-04, INV-43)",
  begin: () => {
    const roles = new Map<string, ReadonlyArray<Role>>()
    const completions = new Map<string, Completion>()
    const signedOff = new Map<string, SignedOff>()
    const appointments = new Map<string, Held>()
    // What was completed under a number that is linked to another one may be theirs
    const linked = new Set<string>()
    return (event) => {
      rolesAfter(roles, event)
      trainingsAfter(completions, event)
      signOffsAfter(signedOff, event)
      if (text(event, "into") !== "") linked.add(idIn(event)).add(text(event, "into"))
      if (!event.stream.startsWith("appointment-")) return null
      const id = idIn(event)
      const before = kept(appointments, id, nothing)
      appointments.set(id, afterIt(before, event))
      const isLegacy = event.type === "LegacyWorkerRegularised"
      if (!isLegacy && event.type !== "AppointmentActivated") return null
      const [person, scheme] = [text(event, "person"), text(event, "scheme")]
      const own = [...completions.values()].filter((one) =>
        one.scheme === scheme && (one.person === person || (linked.has(one.person) && linked.has(person)))
      )
      const beside = {
        roles: kept(roles, `${scheme} ${text(event, "roleProfile")}`, []),
        completed: own.map(({ on }) => on),
        signedOff: [...signedOff.values()].filter(({ appointment }) => appointment === id).map(({ on }) => on)
      }
      const missing = (isLegacy ? missingOfLegacy : missingOn)(before, beside, event.on)
      return missing.length === 0 ? null : `${id} works alone from ${event.on} without ${missing.join(", ")}`
    }
  }
}

/** The invariants of appointments. */
export const invariantsOfAppointments: ReadonlyArray<Invariant> = [readyForTheRole]
