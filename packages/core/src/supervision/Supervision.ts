/**
 * The supervision of a worker: who supervises them, when they meet, and what is to be known of each meeting.
 *
 * It is arranged for an appointment; sessions are scheduled, held, missed or cancelled; it ends once. Nothing of what
 * was said stands here. When the next session is due, and whether the time rests, is derived in `SupervisionDue`. From
 * the day of an arrangement on it says who supervises; before, the appointment does.
 */
import type { Appointment } from "../appointment/Appointment.ts"
import { read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import type { Instant } from "../language/Instant.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import { byDay } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import { withId } from "../record/withId.ts"
import { SupervisionArranged, supervisionEvents } from "./SupervisionEvents.ts"

/** Something recorded by an event that can be corrected or struck out. */
interface Fact {
  readonly event: string
  readonly on: LocalDate
}

/** A day on which they are to meet; it stands in place of the one that it supersedes. */
export interface Planned extends Fact {
  readonly meetsOn: LocalDate
  readonly supersedes: string | null
}

/** What became of a planned day, or a session that nobody had planned. */
export interface Session extends Fact {
  readonly outcome: "Held" | "Missed" | "Cancelled"
  /** The planned day that it settles. */
  readonly scheduled: string | null
  readonly supervisor: string
  readonly recordedAt: Instant
  readonly concernsRaised: boolean
  readonly escalations: ReadonlyArray<string>
}

export type SupervisionStatus = "Unknown" | "Arranged" | "Ended" | "Voided"

export interface Supervision {
  readonly status: SupervisionStatus
  readonly person: string
  readonly appointment: string
  readonly scheme: string
  readonly establishment: EstablishmentCode | null
  readonly framework: string | null
  readonly arranged: Fact | null
  /** Who supervises, and from which day. */
  readonly supervisors: ReadonlyArray<Fact & { readonly staff: string }>
  readonly planned: ReadonlyArray<Planned>
  readonly sessions: ReadonlyArray<Session>
  readonly ended: Fact | null
  readonly changed: Change | null
}

const unknown: Supervision = {
  status: "Unknown",
  person: "",
  appointment: "",
  scheme: "",
  establishment: null,
  framework: null,
  arranged: null,
  supervisors: [],
  planned: [],
  sessions: [],
  ended: null,
  changed: null
}

const factOf = (event: Happened): Fact => ({ event: event.id, on: event.on })

type Settling = Pick<Session, "outcome" | "scheduled"> & Partial<Pick<Session, "concernsRaised" | "escalations">>

const settled = (
  state: Supervision,
  event: Happened & { readonly data: { readonly supervisor: string } },
  { concernsRaised = false, escalations = [], outcome, scheduled }: Settling
): Supervision => ({
  ...state,
  sessions: [...state.sessions, {
    ...factOf(event),
    outcome,
    scheduled,
    supervisor: event.data.supervisor,
    recordedAt: event.recordedAt,
    concernsRaised,
    escalations
  }]
})

const dated = <F extends Fact>(facts: ReadonlyArray<F>, event: string | null, on: LocalDate): ReadonlyArray<F> =>
  facts.map((fact) => fact.event === event ? { ...fact, on } : fact)

const without = <F extends Fact>(facts: ReadonlyArray<F>, event: string): ReadonlyArray<F> =>
  facts.filter((fact) => fact.event !== event)

const orNull = <F extends Fact>(fact: F | null, event: string | null, on: LocalDate): F | null =>
  fact === null ? null : dated([fact], event, on)[0] ?? null

export const Supervision = view<Supervision>("Supervision", unknown).from({
  of: supervisionEvents,
  by: "stream",
  evolve: {
    SupervisionArranged: (_, event) => ({
      ...unknown,
      status: "Arranged",
      person: event.data.person,
      appointment: event.data.appointment,
      scheme: event.data.scheme,
      establishment: event.data.establishment,
      framework: event.data.framework,
      arranged: factOf(event),
      supervisors: [{ ...factOf(event), staff: event.data.supervisor }],
      changed: changeBy(event)
    }),
    SupervisorChanged: (state, event) => ({
      ...state,
      supervisors: [...state.supervisors, { ...factOf(event), staff: event.data.supervisor }]
    }),
    SupervisionScheduled: (state, event) => ({
      ...state,
      planned: [...state.planned, { ...factOf(event), meetsOn: event.data.meetsOn, supersedes: null }]
    }),
    SupervisionRescheduled: (state, event) => ({
      ...state,
      planned: [...state.planned, {
        ...factOf(event),
        meetsOn: event.data.meetsOn,
        supersedes: event.data.supersedes
      }]
    }),
    SupervisionCancelled: (state, event) =>
      settled(state, event, { outcome: "Cancelled", scheduled: event.data.scheduled }),
    SupervisionHeld: (state, event) =>
      settled(state, event, {
        outcome: "Held",
        scheduled: event.data.scheduled ?? null,
        concernsRaised: event.data.concernsRaised,
        escalations: event.data.escalations ?? []
      }),
    SupervisionMissed: (state, event) => settled(state, event, { outcome: "Missed", scheduled: event.data.scheduled }),
    SupervisionNoteRewritten: (state) => state,
    SupervisionAddendumWritten: (state) => state,
    SupervisionEnded: (state, event) => ({
      ...state,
      status: "Ended",
      ended: factOf(event),
      changed: changeBy(event)
    }),
    SupervisionReopened: (state, event) => ({ ...state, status: "Arranged", ended: null, changed: changeBy(event) }),
    SupervisionDateCorrected: (state, { corrects, data }) => ({
      ...state,
      arranged: orNull(state.arranged, corrects, data.happenedOn),
      supervisors: dated(state.supervisors, corrects, data.happenedOn),
      sessions: dated(state.sessions, corrects, data.happenedOn),
      ended: orNull(state.ended, corrects, data.happenedOn)
    }),
    SupervisionEntryVoided: (state, event) => ({
      ...state,
      supervisors: without(state.supervisors, event.data.voided),
      planned: without(state.planned, event.data.voided),
      sessions: without(state.sessions, event.data.voided)
    }),
    SupervisionVoided: (state, event) => ({ ...state, status: "Voided", changed: changeBy(event) })
  }
})

/** The ids of all supervisions that were ever arranged for an appointment. */
export const SupervisionsFor = view<ReadonlyArray<string>>("SupervisionsFor", []).from({
  of: [SupervisionArranged],
  by: "appointment",
  evolve: { SupervisionArranged: withId }
})

/** Reads the supervisions of an appointment as they are now, without those that were voided. */
export function* supervisionsOf(appointment: string): Reading<ReadonlyArray<Supervision>> {
  const ids = yield* read(SupervisionsFor, appointment)
  const all = yield* readAll(Supervision, ids)
  return all.filter(({ status }) => status !== "Voided")
}

/** The day on which they are to meet next: the one that was set last, unless it is settled; null where there is none. */
export const nextMeeting = ({ planned, sessions }: Supervision): Planned | null => {
  const newest = planned.at(-1)
  return newest === undefined || sessions.some(({ scheduled }) => scheduled === newest.event) ? null : newest
}

/** The sessions that were held, in the order of their days. */
export const heldSessions = (supervisions: ReadonlyArray<Supervision>): ReadonlyArray<Session> =>
  supervisions.flatMap(({ sessions }) => sessions).filter(({ outcome }) => outcome === "Held")
    .sort(byDay(({ on }) => on))

/** Who supervises by this arrangement on the day; given none, the newest. */
export const supervisorIn = ({ supervisors }: Supervision, on?: LocalDate): string | null =>
  (supervisors.filter((one) => on === undefined || one.on <= on).at(-1) ?? supervisors[0])?.staff ?? null

/**
 * Who supervises the worker on the day: whom the newest arrangement says, nobody once it has ended, and whom the
 * appointment names as long as nothing was arranged.
 */
export const supervisorOn = (
  { supervisor }: Appointment,
  supervisions: ReadonlyArray<Supervision>,
  on: LocalDate
): string | null => {
  const newest = supervisions.filter(({ arranged, status }) =>
    status !== "Voided" && arranged !== null && arranged.on <= on
  ).reduce<Supervision | null>(
    (last, one) => last === null || (one.arranged?.on ?? on) >= (last.arranged?.on ?? on) ? one : last,
    null
  )
  if (newest === null) return supervisor
  return newest.ended !== null && newest.ended.on <= on ? null : supervisorIn(newest, on)
}
