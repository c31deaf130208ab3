/**
 * What must hold of every history, said once more without the rules: each invariant keeps its own small tables of plain
 * events and never asks a rule, a view or a decision.
 */
import type { Happened } from "../language/Event.ts"
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers, day, idIn, text } from "./PlainEvents.ts"
import type { Invariant, Span } from "./PlainEvents.ts"

const closings = ["AppointmentEnded", "AppointmentEndedAsDuplicate", "AppointmentDeclined", "AppointmentVoided"]
const entries = ["AppointmentProposed", "AppointmentAppliedFor", "LegacyWorkerRegistered"]

interface Linked {
  readonly event: string
  readonly from: string
  readonly into: string
  readonly booking: Span | null
}

/** Whose something is that was recorded under an id on a day: what moved bookings and merges make of it. */
const ownerOf = (links: ReadonlyArray<Linked>, id: string, on: LocalDate): string => {
  const after = (from: string, passed: ReadonlyArray<string>, isBooking: boolean): string => {
    const link = links.filter((one) =>
      one.from === from && (one.booking !== null) === isBooking && (one.booking === null || covers(one.booking, on))
    ).at(-1)
    return link === undefined || passed.includes(from) ? from : after(link.into, [...passed, from], isBooking)
  }
  return after(after(id, [], true), [], false)
}

const linksAfter = (links: ReadonlyArray<Linked>, event: Happened): ReadonlyArray<Linked> => {
  const [from, into] = [idIn(event), text(event, "into")]
  if (event.type === "PersonMerged") return [...links, { event: event.id, from, into, booking: null }]
  if (event.type === "PersonBookingMoved") {
    const booking = { event: event.id, from: day(event, "from") ?? event.on, until: day(event, "until") }
    return [...links, { event: event.id, from, into, booking }]
  }
  return links.filter((one) => one.event !== event.corrects)
}

const oneOpenAppointment: Invariant = {
  says:
    "Nobody is given a second open appointment in a role at an establishment, under whatever number (INV-05, INV-113)",
  begin: () => {
    let links: ReadonlyArray<Linked> = []
    const begun = new Map<string, LocalDate>()
    const open = new Map<string, { readonly person: string; readonly role: string }>()
    return (event) => {
      const id = idIn(event)
      if (event.stream.startsWith("person-")) links = linksAfter(links, event)
      if (closings.includes(event.type)) open.delete(id)
      if (entries.includes(event.type)) begun.set(id, event.on)
      const isOpened = entries.includes(event.type) || event.type === "AppointmentReopened" ||
        (event.type === "AppointmentPersonCorrected" && open.has(id))
      if (!isOpened) return null
      const role = `${text(event, "roleProfile")} ${text(event, "establishment")}`
      const whose = (one: string, person: string) => ownerOf(links, person, begun.get(one) ?? event.on)
      const person = text(event, "person")
      const taken = [...open].some(([other, its]) =>
        other !== id && its.role === role && whose(other, its.person) === whose(id, person)
      )
      open.set(id, { person, role })
      return taken ? `${id} is a second open appointment` : null
    }
  }
}

interface Placed {
  readonly start: LocalDate | null
  readonly pauses: ReadonlyArray<Span>
  readonly signedOff: LocalDate | null
}

const nowhere: Placed = { start: null, pauses: [], signedOff: null }

/** The placement after the event, as far as its days go. */
const placedAfter = (before: Placed, event: Happened): Placed => {
  const { corrects, id, on } = event
  const { pauses } = before
  switch (event.type) {
    case "ShadowingStarted":
    case "ShadowingStartCorrected":
      return { ...before, start: on }
    case "ShadowingPaused":
      return { ...before, pauses: [...pauses, { event: id, from: on, until: null }] }
    case "ShadowingInterrupted":
      return { ...before, pauses: [...pauses, { event: id, from: on, until: day(event, "until") }] }
    case "ShadowingResumed":
      return { ...before, pauses: pauses.map((one) => one.until === null ? { ...one, until: on } : one) }
    case "ShadowingPauseCorrected": {
      const from = day(event, "from") ?? on
      return {
        ...before,
        pauses: pauses.map((one) => one.event === corrects ? { ...one, from, until: day(event, "until") } : one)
      }
    }
    case "ShadowingPauseVoided":
      return { ...before, pauses: pauses.filter((one) => one.event !== corrects) }
    case "ShadowingSignedOff":
      return { ...before, signedOff: on }
    case "ShadowingSignOffWithdrawn": {
      const { signedOff } = before
      const between = signedOff === null || signedOff >= on ? [] : [{ event: id, from: signedOff, until: on }]
      return { ...before, pauses: [...pauses, ...between], signedOff: null }
    }
    default:
      return before
  }
}

const daysServed = ({ pauses, start }: Placed, until: LocalDate): number => {
  let served = 0
  for (let one = start ?? until; one < until; one = addDays(one, 1)) {
    if (!pauses.some((pause) => covers(pause, one))) served += 1
  }
  return served
}

const twoWeeksServed: Invariant = {
  says: "Nobody is signed off before fourteen whole days beside somebody else, pauses not counted (S3:699-701)",
  begin: () => {
    const placements = new Map<string, Placed>()
    // Under such an id stands what belongs to two people, by the day
    const ofTwo = new Set<string>()
    return (event) => {
      if (event.type === "PersonBookingMoved") ofTwo.add(event.stream.slice("person-".length))
      if (!event.stream.startsWith("shadowing-")) return null
      const before = placements.get(event.stream) ?? nowhere
      placements.set(event.stream, placedAfter(before, event))
      const mentor = text(event, "mentor")
      if (mentor === text(event, "shadower") && !ofTwo.has(mentor)) return `${event.stream} is beside themselves`
      if (event.type !== "ShadowingSignedOff") return null
      const served = daysServed(before, event.on)
      return served >= 14 ? null : `${event.stream} was signed off on ${event.on} after ${served} days`
    }
  }
}

const numberedAndInOrder: Invariant = {
  says: "Positions and versions are dense, nothing is recorded before what was, and nothing before it happened",
  begin: () => {
    const versions = new Map<string, number>()
    let newest = ""
    let position = 0
    return (event) => {
      const version = (versions.get(event.stream) ?? 0) + 1
      const isRight = event.position === position + 1 && event.version === version && event.recordedAt >= newest
      versions.set(event.stream, version)
      newest = event.recordedAt
      position = event.position
      // A day in London begins at most an hour before the day of the instant
      const isPast = event.on <= addDays(event.recordedAt.slice(0, 10) as LocalDate, 1)
      return isRight && isPast ? null : `${event.type} at ${event.position} stands wrongly`
    }
  }
}

const decidedByStaffOnly: Invariant = {
  says: "No worker decides: whoever acts is no person in custody (INV-24)",
  begin: () => {
    const people = new Set<string>()
    return (event) => {
      if (event.type === "PersonRegistered") people.add(idIn(event))
      return people.has(event.actor.id) ? `${event.type} was decided by ${event.actor.id}` : null
    }
  }
}

/** In role only after all that an activation asks for, each told by an event of its own. */
const preparedBeforeActive: Invariant = {
  says: "Nobody is appointed before they are selected, assessed, trained and, where the role asks, shadowed (INV-01)",
  begin: () => {
    const asks = new Map<string, boolean>()
    const done = new Map<string, Set<string>>()
    const signedOff = new Map<string, string>()
    return (event) => {
      const appointment = event.stream.startsWith("appointment-") ? idIn(event) : text(event, "appointment")
      const steps = done.get(appointment) ?? new Set<string>()
      done.set(appointment, steps.add(event.type))
      const role = `${text(event, "scheme") || idIn(event)} ${text(event, "roleProfile")}`
      if (event.type.startsWith("RoleProfile")) asks.set(role, event.data["asksForShadowing"] === true)
      if (event.type === "ShadowingSignedOff") signedOff.set(event.stream, appointment)
      if (event.type === "ShadowingSignOffWithdrawn") signedOff.delete(event.stream)
      if (event.type !== "AppointmentActivated") return null
      const wanted = ["AppointmentSelected", "RiskAssessmentRecorded", "JobDescriptionAcknowledged"]
      const missing = wanted.filter((one) => !steps.has(one))
      const shadowed = asks.get(role) !== true || [...signedOff.values()].includes(appointment)
      const wrong = shadowed ? missing : [...missing, "ShadowingSignedOff"]
      return wrong.length === 0 ? null : `${appointment} was activated without ${wrong.join(", ")}`
    }
  }
}

/** Every invariant, over all lives. */
export const invariants: ReadonlyArray<Invariant> = [
  numberedAndInOrder,
  decidedByStaffOnly,
  oneOpenAppointment,
  twoWeeksServed,
  preparedBeforeActive
]
