/**
 * The status of an appointment on a day: derived from its own steps, from the shadowing done for it, from where the
 * person is, and from what the role asks for. Nothing stores it, so no nightly job can forget to.
 */
import { byDay, say } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import { leftForGood, sayLeftForGood } from "../person/LeftForGood.ts"
import type { Person } from "../person/Person.ts"
import type { RoleProfile, Scheme } from "../scheme/Scheme.ts"
import { isOpen } from "../shadowing/Shadowing.ts"
import type { Shadowing } from "../shadowing/Shadowing.ts"
import type { Supervision } from "../supervision/Supervision.ts"
import { restrictedBySupervision } from "../supervision/SupervisionDue.ts"
import type { Appointment } from "./Appointment.ts"
import { keptFromRole } from "./KeptFromRole.ts"
import type { Obstacle } from "./KeptFromRole.ts"
import { sayValidity, validitiesOn, validityOn } from "./Lapse.ts"
import type { Schooled } from "./Schooling.ts"
import { isAwayOn } from "./Standing.ts"

export type AppointmentStatus =
  | "Unknown"
  | "Proposed"
  | "Applied"
  | "UnderSelection"
  | "NotSelected"
  | "Selected"
  | "InTraining"
  | "AwaitingShadowing"
  | "Shadowing"
  | "Ready"
  | "InRoleUntrained"
  | "Active"
  | "Restricted"
  | "Suspended"
  | "Ended"
  | "Voided"

export interface StatusOnDay {
  readonly status: AppointmentStatus
  readonly since: LocalDate | null
  /** What is restricted, why it is suspended or what is waited for, as people read it; null where there is nothing to say. */
  readonly because: string | null
}

/** All that the status is derived from. */
export interface Circumstances {
  readonly appointment: Schooled
  readonly person: Person
  readonly scheme: Scheme
  readonly profile: RoleProfile | null
  /** The placements for this appointment. */
  readonly placements: ReadonlyArray<Shadowing>
  /** The supervisions of this appointment, without those that were voided. */
  readonly supervisions: ReadonlyArray<Supervision>
}

/** Restricted since the oldest of what stands against it; null where nothing does. */
const restrictedBy = (obstacles: ReadonlyArray<Obstacle>): StatusOnDay | null => {
  const all = [...obstacles].sort(byDay(({ since }) => since))
  const [first] = all
  return first === undefined
    ? null
    : { status: "Restricted", since: first.since, because: [...new Set(all.map(({ says }) => says))].join("; ") }
}

/** What stands against working as usual: taken out of the role by decision, or run out; the oldest first. */
const restriction = (of: Circumstances, on: LocalDate): StatusOnDay | null => {
  const imposed = of.appointment.restrictions.filter((one) => covers(one, on)).map((one) => ({
    since: one.from,
    says: "Some tasks or places are taken out of the role"
  }))
  const unsupervised = restrictedBySupervision(of, on)
  return restrictedBy([...imposed, ...keptFromRole(of, on), ...(unsupervised === null ? [] : [unsupervised])])
}

const suspension = ({ appointment, person, profile }: Circumstances, on: LocalDate): StatusOnDay | null => {
  const decided = appointment.suspensions.find((one) => covers(one, on))
  if (decided !== undefined) return { status: "Suspended", since: decided.from, because: "Suspended by decision" }
  if (!isAwayOn(appointment, person, on, profile?.inCommunity)) return null
  const left = appointment.establishment === null ? null : leftForGood(person, appointment.establishment, on)
  return {
    status: "Suspended",
    since: null,
    because: left === null ? "Away from the establishment" : sayLeftForGood(left)
  }
}

const notTrained = ({ enrolled }: Schooled, selectedOn: LocalDate, on: LocalDate): StatusOnDay => {
  const training = enrolled.find((one) => covers(one, on))
  return {
    status: training === undefined ? "Selected" : "InTraining",
    since: training?.from ?? selectedOn,
    because: "The training is not complete"
  }
}

const towardsRole = (
  { appointment, placements, profile }: Circumstances,
  selectedOn: LocalDate,
  on: LocalDate
): StatusOnDay => {
  const trained = appointment.training.find((one) => one.on <= on)
  if (trained === undefined) return notTrained(appointment, selectedOn, on)
  const signedOff = placements.flatMap((one) => one.signOff !== null && one.signOff.on <= on ? [one.signOff.on] : [])
  if (profile?.asksForShadowing === false) return { status: "Ready", since: trained.on, because: null }
  if (signedOff.length > 0) return { status: "Ready", since: signedOff[0] ?? null, because: null }
  const under = placements.find((one) => isOpen(one) || (one.ended !== null && one.ended.on > on))
  return under === undefined
    ? { status: "AwaitingShadowing", since: trained.on, because: null }
    : { status: "Shadowing", since: under.startedOn ?? under.startOn, because: null }
}

/** What is waited for: a refresher that is late, within the grace. */
const pending = (of: Circumstances, on: LocalDate): string | null => {
  const waitedFor = validitiesOn(of, on).find((one) => validityOn(one, on) === "PendingRenewal")
  return waitedFor === undefined ? null : sayValidity(waitedFor, on)
}

const endsSoon = ({ plannedEnd }: Appointment, on: LocalDate): string | null => {
  if (plannedEnd === null) return null
  return plannedEnd.endsOn <= on
    ? `It was to end on ${say(plannedEnd.endsOn)}. Record the end`
    : `It ends on ${say(plannedEnd.endsOn)}`
}

const inRole = (of: Circumstances, since: LocalDate, on: LocalDate): StatusOnDay => {
  const { appointment } = of
  if (appointment.activated !== null && appointment.activated.on <= on) {
    return restriction(of, on) ??
      { status: "Active", since: appointment.activated.on, because: endsSoon(appointment, on) ?? pending(of, on) }
  }
  return restrictedBy(keptFromRole(of, on)) ?? { status: "InRoleUntrained", since, because: null }
}

/** What the appointment is on the day. */
export const statusOn = (of: Circumstances, on: LocalDate): StatusOnDay => {
  const { appointment } = of
  const { begun, changed, ended, inRole: time, selected, step } = appointment
  if (begun === null || (on < begun.on && (time === null || on < time.from))) {
    return { status: "Unknown", since: null, because: null }
  }
  if (step === "Voided") return { status: step, since: changed?.on ?? null, because: null }
  const isChanged = changed !== null && changed.on <= on
  const since = isChanged ? changed.on : begun.on
  if (step === "NotSelected" && isChanged) return { status: step, since, because: null }
  if (ended !== null && ended.on <= on) return { status: "Ended", since: ended.on, because: null }
  const suspended = suspension(of, on)
  if (suspended !== null) return suspended
  if (time !== null && covers(time, on)) return inRole(of, time.from, on)
  if (selected !== null && selected.on <= on) return towardsRole(of, selected.on, on)
  return { status: step === "Applied" || step === "Proposed" ? step : "UnderSelection", since, because: null }
}
