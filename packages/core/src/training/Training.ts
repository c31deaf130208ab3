/**
 * A training record: what one person was taught by one version of a template, and what was decided about it.
 *
 * The person is enrolled, their attendance is written down in minutes, what they missed is made up, what they know from
 * elsewhere is credited; then somebody decides. Whether every session is met is derived (see `sessionsMet`), and being
 * met is not being completed. A record that ends without completion keeps what was met, for a later one to use.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import { withId } from "../record/withId.ts"
import type { SessionKey } from "./SessionCatalogue.ts"
import { TraineeEnrolled, trainingEvents } from "./TrainingEvents.ts"
import type {
  Assessment,
  Attendance,
  Certificate,
  Completion,
  CreditGiven,
  Fact,
  MadeUp,
  Moved
} from "./TrainingFacts.ts"

export type TrainingStatus = "Unknown" | "Enrolled" | "Completed" | "ClosedIncomplete" | "Withdrawn" | "Voided"

export interface Training {
  readonly status: TrainingStatus
  readonly person: string
  readonly template: string
  readonly scheme: string
  readonly establishment: EstablishmentCode | null
  readonly cohort: string | null
  readonly place: "FULL" | "AD_HOC" | "REFRESHER"
  readonly enrolled: Fact | null
  /** Null while it goes by the template by which it began. */
  readonly moved: Moved | null
  readonly attendance: ReadonlyArray<Attendance>
  readonly madeUp: ReadonlyArray<MadeUp>
  /** In the order in which they were given; for each session the last one counts. */
  readonly credits: ReadonlyArray<CreditGiven>
  /** In the order in which they were recorded; for each unit the last one counts. */
  readonly assessments: ReadonlyArray<Assessment>
  /** That it was decided not to complete it yet. */
  readonly withheld: Fact | null
  readonly completion: Completion | null
  /** Completions that were revoked, each with the day of that. */
  readonly revoked: ReadonlyArray<Fact & { readonly completion: string }>
  readonly certificates: ReadonlyArray<Certificate>
  /** How many were ever issued; one that was struck out keeps its number. */
  readonly issued: number
  readonly ended: Fact | null
  readonly changed: Change | null
}

const unknown: Training = {
  status: "Unknown",
  person: "",
  template: "",
  scheme: "",
  establishment: null,
  cohort: null,
  place: "FULL",
  enrolled: null,
  moved: null,
  attendance: [],
  madeUp: [],
  credits: [],
  assessments: [],
  withheld: null,
  completion: null,
  revoked: [],
  certificates: [],
  issued: 0,
  ended: null,
  changed: null
}

const factOf = (event: Happened): Fact => ({ event: event.id, on: event.on })

const ended = (training: Training, status: TrainingStatus, event: Happened): Training => ({
  ...training,
  status,
  ended: factOf(event),
  changed: changeBy(event)
})

const entriesIn = ({ assessments, attendance, credits, madeUp }: Training): ReadonlyArray<string> =>
  [...attendance, ...madeUp, ...credits, ...assessments].map(({ event }) => event)

const without = <F extends Fact>(facts: ReadonlyArray<F>, event: string | null): ReadonlyArray<F> =>
  facts.filter((fact) => fact.event !== event)

/** Whether it was recorded by the template that the training goes by now. */
export const isOfNow = ({ moved }: Training) => ({ event }: { readonly event: string }): boolean =>
  moved?.before.includes(event) !== true

/** The newest credit of the session by the template of now, or the move by which it may have been carried over. */
const creditOf = (training: Training, session: SessionKey): Fact | null =>
  training.credits.filter(isOfNow(training)).filter((one) => one.session === session).at(-1) ?? training.moved

export const Training = view<Training>("Training", unknown).from({
  of: trainingEvents,
  by: "stream",
  evolve: {
    TraineeEnrolled: (_, event) => ({
      ...unknown,
      status: "Enrolled",
      person: event.data.person,
      template: event.data.template,
      scheme: event.data.scheme,
      establishment: event.data.establishment,
      cohort: event.data.cohort ?? null,
      place: event.data.place,
      enrolled: factOf(event),
      changed: changeBy(event)
    }),
    AttendanceRecorded: (training, event) => {
      const { cohort, minutes, of, outcome, session } = event.data
      return {
        ...training,
        attendance: [...training.attendance, { ...factOf(event), session, cohort, outcome, minutes, of }]
      }
    },
    AttendanceCorrected: (training, { corrects, data }) => ({
      ...training,
      attendance: training.attendance.map((one) =>
        one.event === corrects ? { ...one, outcome: data.outcome, minutes: data.minutes } : one
      )
    }),
    AttendanceVoided: (training, { corrects }) => ({
      ...training,
      attendance: without(training.attendance, corrects)
    }),
    TrainingSessionMadeUp: (training, event) => {
      const { deliverers, minutes, missed, session, supervisedBy } = event.data
      const credit = creditOf(training, session)?.event ?? null
      const taught = { session, missed, credit, minutes, deliverers, supervisedBy: supervisedBy ?? null }
      return { ...training, madeUp: [...training.madeUp, { ...factOf(event), ...taught }] }
    },
    TrainingCreditGiven: (training, event) => {
      const { credit, decidedBy, earlier, session, topUpMinutes } = event.data
      const counts = { inFull: credit === "FULL", topUpMinutes: topUpMinutes ?? 0 }
      const given = { ...factOf(event), session, ...counts, earlier: earlier ?? null, decidedBy, upheld: null }
      return { ...training, credits: [...training.credits, given] }
    },
    TrainingCreditUpheld: (training, event) => ({
      ...training,
      credits: training.credits.map((one) => one.event === event.corrects ? { ...one, upheld: factOf(event) } : one)
    }),
    TrainingUnitAssessed: (training, event) => {
      const { assessor, outcome, session } = event.data
      const assessed = { ...factOf(event), session, isMet: outcome === "MET", assessor }
      return { ...training, assessments: [...training.assessments, assessed] }
    },
    TrainingMovedToTemplate: (training, event) => ({
      ...training,
      template: event.data.template,
      moved: { ...factOf(event), from: event.data.former, before: entriesIn(training), earlier: training.moved }
    }),
    TrainingMoveVoided: (training, event) => ({
      ...training,
      template: event.data.template,
      moved: training.moved?.earlier ?? null
    }),
    TrainingEntryVoided: (training, { corrects }) => ({
      ...training,
      madeUp: without(training.madeUp, corrects),
      credits: without(training.credits, corrects),
      assessments: without(training.assessments, corrects),
      certificates: without(training.certificates, corrects)
    }),
    TrainingCompleted: (training, event) => ({
      ...ended(training, "Completed", event),
      withheld: null,
      completion: {
        ...factOf(event),
        decidedBy: event.data.decidedBy,
        sessions: event.data.sessions,
        upheld: null
      }
    }),
    TrainingCompletionWithheld: (training, event) => ({
      ...training,
      withheld: factOf(event),
      changed: changeBy(event)
    }),
    TrainingCompletionUpheld: (training, event) => {
      const { completion } = training
      const upheld = { ...factOf(event), met: event.data.met, missing: event.data.missing ?? null }
      return {
        ...training,
        completion: completion === null ? null : { ...completion, upheld },
        changed: changeBy(event)
      }
    },
    TrainingCompletionRevoked: (training, event) => ({
      ...training,
      status: "Enrolled",
      completion: null,
      ended: null,
      revoked: training.completion === null
        ? training.revoked
        : [...training.revoked, { ...factOf(event), completion: training.completion.event }],
      changed: changeBy(event)
    }),
    TrainingCertificateIssued: (training, event) => {
      const { award, completion, credits, number } = event.data
      const of = award === undefined ? null : { of: award, credits: credits ?? 0 }
      return {
        ...training,
        certificates: [...training.certificates, { ...factOf(event), number, completion, award: of }],
        issued: Math.max(training.issued, number)
      }
    },
    TrainingClosedIncomplete: (training, event) => ended(training, "ClosedIncomplete", event),
    TraineeWithdrew: (training, event) => ended(training, "Withdrawn", event),
    TrainingReopened: (training, event) => ({
      ...training,
      status: "Enrolled",
      ended: null,
      changed: changeBy(event)
    }),
    TrainingVoided: (training, event) => ended(training, "Voided", event)
  }
})

/** The ids of all training records of a person. */
export const TrainingsOf = view<ReadonlyArray<string>>("TrainingsOf", []).from({
  of: [TraineeEnrolled],
  by: "person",
  evolve: { TraineeEnrolled: withId }
})

/** The ids of all training records of a cohort. */
export const TrainingsIn = view<ReadonlyArray<string>>("TrainingsIn", []).from({
  of: [TraineeEnrolled],
  by: "cohort",
  evolve: { TraineeEnrolled: withId }
})

/** Whether the record is open on the day. */
export const isTraining = ({ ended: end, enrolled, status }: Training, on: LocalDate): boolean =>
  status !== "Unknown" && status !== "Voided" && enrolled !== null && enrolled.on <= on &&
  (end === null || on < end.on)
