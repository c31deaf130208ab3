/**
 * Who works in which appointment and when, told by plain events alone: from when somebody works alone, until when, and
 * when they are suspended by decision.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers, day, idIn, text, withoutCorrected } from "./PlainEvents.ts"
import type { Span } from "./PlainEvents.ts"

export interface Tenure {
  readonly person: string
  readonly scheme: string
  readonly establishment: string
  readonly isOpen: boolean
  /** From when they work alone; null while they do not. */
  readonly activated: { readonly event: string; readonly on: LocalDate } | null
  readonly until: LocalDate | null
  readonly suspensions: ReadonlyArray<Span>
}

export const suspendedAfter = (suspensions: ReadonlyArray<Span>, event: Happened): ReadonlyArray<Span> => {
  switch (event.type) {
    case "AppointmentSuspended":
      return [...suspensions, { event: event.id, from: day(event, "from") ?? event.on, until: day(event, "until") }]
    case "AppointmentReinstated":
      // What had not begun by then is not ended by it
      return suspensions.map((one) => covers(one, event.on) ? { ...one, until: event.on } : one)
    case "AppointmentSuspensionCancelled":
    case "AppointmentFactVoided":
      return withoutCorrected(suspensions, event)
    default:
      return suspensions
  }
}

const begun = (event: Happened): Tenure => ({
  person: text(event, "person"),
  scheme: text(event, "scheme"),
  establishment: text(event, "establishment"),
  isOpen: true,
  activated: null,
  until: null,
  suspensions: []
})

const afterIt = (before: Tenure, event: Happened): Tenure => {
  const { activated } = before
  switch (event.type) {
    case "AppointmentActivated":
    case "LegacyWorkerRegularised":
      return { ...before, activated: { event: event.id, on: event.on } }
    case "AppointmentStartCorrected":
      return activated !== null && activated.event === event.corrects
        ? { ...before, activated: { ...activated, on: event.on } }
        : before
    case "AppointmentEnded":
    case "AppointmentEndedAsDuplicate":
      return { ...before, until: event.on, isOpen: false }
    case "AppointmentEndCorrected":
      return { ...before, until: day(event, "endedOn") }
    case "AppointmentReopened":
      return { ...before, until: null, isOpen: true }
    case "AppointmentDeclined":
      return { ...before, isOpen: false }
    case "AppointmentVoided":
      return { ...before, activated: null, isOpen: false }
    case "AppointmentPersonCorrected":
      return { ...before, person: text(event, "person") }
    default:
      return { ...before, suspensions: suspendedAfter(before.suspensions, event) }
  }
}

/** Keeps the table of appointments as it is after the event. */
export const tenuresAfter = (tenures: Map<string, Tenure>, event: Happened): void => {
  if (event.stream.startsWith("appointment-")) {
    tenures.set(idIn(event), afterIt(tenures.get(idIn(event)) ?? begun(event), event))
  }
}

/** Whether they work alone on the day, as far as their appointment goes. */
export const worksOn = ({ activated, suspensions, until }: Tenure, on: LocalDate): boolean =>
  activated !== null && activated.on <= on && (until === null || on < until) &&
  suspensions.every((one) => !covers(one, on))
