/**
 * A change of circumstances: something happened to a worker with open work, and somebody has to look at it.
 *
 * It is there by itself, from the moment at which the change was recorded: a movement, a merge, a moved booking, another
 * legal status, a non-association. It is new until somebody acknowledges it, then acted on or left with a reason. A
 * change that was corrected after somebody looked at it is new again.
 */
import type { Appointment } from "../appointment/Appointment.ts"
import type { Happened } from "../language/Event.ts"
import { localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import { byDay } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import { openedOn } from "../nonassociation/NonAssociation.ts"
import type { NonAssociation } from "../nonassociation/NonAssociation.ts"
import { ownerOf } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import type { MovementKind } from "../person/Whereabouts.ts"
import { circumstanceEvents } from "./CircumstanceEvents.ts"

export type CircumstanceStatus = "New" | "Acknowledged" | "Acted" | "NoAction"

export interface Circumstance {
  readonly status: CircumstanceStatus
  readonly person: string
  /** When it was last acknowledged: a change that was recorded later has not been looked at. */
  readonly seenAt: Instant | null
  readonly changed: Change | null
}

const stepped = (status: CircumstanceStatus) => (state: Circumstance, event: Happened): Circumstance => ({
  ...state,
  status,
  changed: changeBy(event)
})

const untouched: Circumstance = { status: "New", person: "", seenAt: null, changed: null }

export const Circumstance = view<Circumstance>("Circumstance", untouched).from({
  of: circumstanceEvents,
  by: "stream",
  evolve: {
    CircumstanceAcknowledged: (_, event) => ({
      status: "Acknowledged",
      person: event.data.person,
      seenAt: event.recordedAt,
      changed: changeBy(event)
    }),
    CircumstanceActedOn: stepped("Acted"),
    CircumstanceLeft: stepped("NoAction"),
    CircumstanceReopened: stepped("Acknowledged")
  }
})

/** What may be done in each state. */
export const circumstanceSteps: Readonly<Record<CircumstanceStatus, ReadonlyArray<string>>> = {
  New: ["AcknowledgeCircumstance"],
  Acknowledged: ["RecordCircumstanceAction", "LeaveCircumstance"],
  Acted: ["ReopenCircumstance"],
  NoAction: ["ReopenCircumstance"]
}

export type ChangeKind =
  | Exclude<MovementKind, "Registered">
  | "Merged"
  | "BookingMoved"
  | "LegalStatus"
  | "NonAssociation"

/** Something that changed for a person; its id is that of the event that recorded it. */
export interface CircumstanceChange {
  readonly event: string
  readonly kind: ChangeKind
  readonly on: LocalDate
  /** When, and by whom, it was recorded or last corrected. */
  readonly changed: Change
}

interface NonAssociationKept {
  readonly state: NonAssociation
}

const apartChanges = (kept: ReadonlyArray<NonAssociationKept>): ReadonlyArray<CircumstanceChange> =>
  kept.flatMap(({ state }) => {
    const beginning = state.entries.find((one) => one.isBeginning)
    const on = openedOn(state)
    return beginning === undefined || on === null || state.changed === null
      ? []
      : [{ event: beginning.event, kind: "NonAssociation" as const, on, changed: state.changed }]
  })

/** Everything that changed for a whole person, the oldest first. */
export const changesOf = (
  { id, person, records }: Identity,
  nonAssociations: ReadonlyArray<NonAssociationKept>
): ReadonlyArray<CircumstanceChange> => {
  const moved = person.movements.flatMap(({ changed, event, kind, on }) =>
    kind === "Registered" ? [] : [{ event, kind, on, changed }]
  )
  const linked = [...records].flatMap(([from, { links }]) =>
    links.filter(({ into }) => [from, into].some((one) => ownerOf(records, { id: one, on: null }) === id))
      .map(({ booking, changed, event, on }) => {
        const kind = booking === null ? "Merged" as const : "BookingMoved" as const
        return { event, kind, on, changed }
      })
  )
  const legal = person.legalChanges.map(({ changed, event, on }) => ({
    event,
    kind: "LegalStatus" as const,
    on,
    changed
  }))
  return [...moved, ...linked, ...legal, ...apartChanges(nonAssociations)].sort(byDay(({ on }) => on))
}

/** Whether the appointment was open when the change took place, or when it became known. */
export const touches = ({ changed, on }: CircumstanceChange, { begun, closed, step }: Appointment): boolean =>
  step !== "Voided" && begun !== null && begun.on <= localDateOf(changed.recordedAt) &&
  (closed === null || closed.on >= on)

/** Whether nobody has looked at the change as it is known now. */
export const isNew = ({ changed }: CircumstanceChange, { seenAt, status }: Circumstance): boolean =>
  status === "New" || (seenAt !== null && changed.recordedAt > seenAt)
