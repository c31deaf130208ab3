/**
 * A cohort: people who are trained together, by one version of a template, from its plan to the last decision.
 *
 * Its sessions are scheduled, held, interrupted, moved or written off here; who was present stands in the life of each
 * trainee. It keeps the template by which it was planned until somebody decides to move it. Its steps are kept with
 * their dates, so a step that was recorded in error can be taken back and the cohort is where it was.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { EventOf, Happened } from "../language/Event.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import { isSameList } from "../record/isSameList.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { cohortEvents } from "./CohortEvents.ts"
import type { TrainingSessionCorrected, TrainingSessionDelivered } from "./CohortEvents.ts"

export type CohortStatus =
  | "Unknown"
  | "Planned"
  | "Consulted"
  | "Approved"
  | "Recruiting"
  | "Running"
  | "Paused"
  | "Delivered"
  | "Reflected"
  | "Closed"
  | "Cancelled"

interface Fact {
  readonly event: string
  readonly on: LocalDate
}

export interface Interruption extends Fact {
  readonly minutes: number
  readonly cause: string
}

/** One session of the cohort: as it is planned, and as it was held. */
export interface CohortSession {
  readonly session: SessionKey
  /** The event by which its day is known: where it was moved, the newest. */
  readonly planned: Fact
  readonly heldOn: LocalDate
  readonly minutes: number
  readonly deliverers: ReadonlyArray<string>
  readonly supervisedBy: string | null
  readonly observers: ReadonlyArray<string>
  readonly helper: string | null
  readonly timeProtected: boolean
  readonly delivered: Fact | null
  readonly interruptions: ReadonlyArray<Interruption>
  /** That it counts although no accredited trainer taught it. */
  readonly accepted: Fact | null
  readonly writtenOff: Fact | null
  /** How often it was moved. */
  readonly moved: number
}

/** A step that the cohort took, and where it was from then on. */
export interface CohortStep {
  readonly event: string
  readonly to: CohortStatus
  readonly on: LocalDate
  readonly changed: Change
}

export interface Cohort {
  readonly status: CohortStatus
  readonly scheme: string
  readonly establishment: EstablishmentCode | null
  readonly template: string
  /** When it was moved to another template, and from which. */
  readonly moves: ReadonlyArray<Fact & { readonly from: string }>
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly wings: ReadonlyArray<string>
  readonly least: number
  readonly staffing: ReadonlyArray<{ readonly staff: string; readonly discipline: string }>
  readonly steps: ReadonlyArray<CohortStep>
  readonly consulted: Fact | null
  /** Null until enrolment is opened. */
  readonly places: number | null
  /** Who waits for a place, in the order in which they asked. */
  readonly waiting: ReadonlyArray<Fact & { readonly person: string }>
  readonly sessions: ReadonlyArray<CohortSession>
  readonly reflected: (Fact & { readonly wanted: ReadonlyArray<string> }) | null
  readonly changed: Change | null
}

const unknown: Cohort = {
  status: "Unknown",
  scheme: "",
  establishment: null,
  template: "",
  moves: [],
  startsOn: null,
  endsOn: null,
  wings: [],
  least: 1,
  staffing: [],
  steps: [],
  consulted: null,
  places: null,
  waiting: [],
  sessions: [],
  reflected: null,
  changed: null
}

const factOf = (event: Happened): Fact => ({ event: event.id, on: event.on })

const withSteps = (cohort: Cohort, steps: ReadonlyArray<CohortStep>): Cohort => ({
  ...cohort,
  steps,
  status: steps.at(-1)?.to ?? "Unknown",
  changed: steps.at(-1)?.changed ?? null
})

const stepped = (cohort: Cohort, to: CohortStatus, event: Happened): Cohort =>
  withSteps(cohort, [...cohort.steps, { event: event.id, to, on: event.on, changed: changeBy(event) }])

/** The cohort with one of its sessions changed. */
const inSession = (
  cohort: Cohort,
  key: SessionKey,
  change: (session: CohortSession) => CohortSession
): Cohort => ({
  ...cohort,
  sessions: cohort.sessions.map((one) => one.session === key ? change(one) : one)
})

type Held = EventOf<typeof TrainingSessionDelivered | typeof TrainingSessionCorrected>

const heldBy = ({ data }: Held, heldOn: LocalDate) => ({
  heldOn,
  minutes: data.minutes,
  deliverers: data.deliverers,
  supervisedBy: data.supervisedBy ?? null
})

const notYetHeld = {
  observers: [],
  helper: null,
  timeProtected: false,
  delivered: null,
  interruptions: [],
  accepted: null,
  writtenOff: null
} as const

export const Cohort = view<Cohort>("Cohort", unknown).from({
  of: cohortEvents,
  by: "stream",
  evolve: {
    CohortPlanned: (_, event) => {
      const { staff: _staff, ...plan } = event.data
      return stepped({ ...unknown, ...plan }, "Planned", event)
    },
    CohortConsulted: (cohort, event) => ({ ...stepped(cohort, "Consulted", event), consulted: factOf(event) }),
    CohortApproved: (cohort, event) => stepped(cohort, "Approved", event),
    CohortEnrolmentOpened: (cohort, event) => ({
      ...(cohort.status === "Approved" ? stepped(cohort, "Recruiting", event) : cohort),
      places: event.data.places
    }),
    CohortPlaceAskedFor: (cohort, event) => ({
      ...cohort,
      waiting: [...cohort.waiting, { ...factOf(event), person: event.data.person }]
    }),
    CohortPlaceGivenUp: (cohort, event) => ({
      ...cohort,
      waiting: cohort.waiting.filter(({ person }) => person !== event.data.person)
    }),
    CohortStarted: (cohort, event) => stepped(cohort, "Running", event),
    TrainingSessionScheduled: (cohort, event) => {
      const { deliverers, heldOn, minutes, session, supervisedBy } = event.data
      const others = cohort.sessions.filter((one) => one.session !== session)
      const scheduled = { heldOn, minutes, deliverers, supervisedBy: supervisedBy ?? null, planned: factOf(event) }
      return { ...cohort, sessions: [...others, { ...notYetHeld, session, moved: 0, ...scheduled }] }
    },
    TrainingSessionRescheduled: (cohort, event) =>
      inSession(cohort, event.data.session, (one) => ({
        ...one,
        planned: factOf(event),
        heldOn: event.data.heldOn,
        minutes: event.data.minutes,
        moved: one.moved + 1
      })),
    TrainingSessionDelivered: (cohort, event) =>
      inSession(cohort, event.data.session, (one) => ({
        ...one,
        ...heldBy(event, event.on),
        observers: event.data.observers,
        helper: event.data.helper ?? null,
        timeProtected: event.data.timeProtected,
        delivered: factOf(event),
        writtenOff: null
      })),
    TrainingSessionCorrected: (cohort, event) =>
      inSession(cohort, event.data.session, (one) => ({
        ...one,
        ...heldBy(event, event.data.heldOn),
        delivered: one.delivered === null ? null : { ...one.delivered, on: event.data.heldOn },
        accepted: null
      })),
    TrainingSessionObserversCorrected: (cohort, { data }) =>
      inSession(cohort, data.session, (one) => ({
        ...one,
        observers: data.observers,
        helper: data.helper ?? null,
        timeProtected: data.timeProtected,
        accepted: isSameList(data.observers, one.observers) ? one.accepted : null
      })),
    TrainingSessionVoided: (cohort, event) =>
      inSession(cohort, event.data.session, (one) => ({ ...one, ...notYetHeld })),
    TrainingSessionInterrupted: (cohort, event) =>
      inSession(cohort, event.data.session, (one) => ({
        ...one,
        interruptions: [
          ...one.interruptions,
          { ...factOf(event), minutes: event.data.minutes, cause: event.data.cause }
        ]
      })),
    TrainingInterruptionVoided: (cohort, event) =>
      inSession(cohort, event.data.session, (one) => ({
        ...one,
        interruptions: one.interruptions.filter((interruption) => interruption.event !== event.corrects)
      })),
    TrainingSessionAccepted: (cohort, event) =>
      inSession(cohort, event.data.session, (one) => ({ ...one, accepted: factOf(event) })),
    TrainingSessionWrittenOff: (cohort, event) =>
      inSession(cohort, event.data.session, (one) => ({ ...one, writtenOff: factOf(event) })),
    CohortMovedToTemplate: (cohort, event) => ({
      ...cohort,
      template: event.data.template,
      moves: [...cohort.moves, { ...factOf(event), from: event.data.former }]
    }),
    CohortMoveVoided: (cohort, event) => ({
      ...cohort,
      template: event.data.template,
      moves: cohort.moves.filter((move) => move.event !== event.corrects)
    }),
    CohortPaused: (cohort, event) => stepped(cohort, "Paused", event),
    CohortResumed: (cohort, event) => stepped(cohort, "Running", event),
    CohortDelivered: (cohort, event) => stepped(cohort, "Delivered", event),
    CohortReflected: (cohort, event) => ({
      ...stepped(cohort, "Reflected", event),
      reflected: { ...factOf(event), wanted: event.data.wanted }
    }),
    CohortClosed: (cohort, event) => stepped(cohort, "Closed", event),
    CohortCancelled: (cohort, event) => stepped(cohort, "Cancelled", event),
    CohortStepTakenBack: (cohort, event) =>
      withSteps(
        {
          ...cohort,
          consulted: cohort.consulted?.event === event.corrects ? null : cohort.consulted,
          reflected: cohort.reflected?.event === event.corrects ? null : cohort.reflected
        },
        cohort.steps.filter((step) => step.event !== event.corrects)
      )
  }
})

/** The session of the cohort; null where it was never scheduled. */
export const sessionIn = ({ sessions }: Cohort, key: SessionKey): CohortSession | null =>
  sessions.find(({ session }) => session === key) ?? null

/** The minutes that nobody who was present was taught. */
export const minutesLost = ({ interruptions }: CohortSession): number =>
  interruptions.reduce((sum, { minutes }) => sum + minutes, 0)
