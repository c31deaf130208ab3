/**
 * Courses: what follows, for cohorts and the training of people, from several records on a day.
 *
 * Every judgement is the law's own; this only brings together what it asks for.
 */
import {
  isMet,
  isTheirs,
  mayStillMeet,
  minutesLost,
  offersFor,
  recordOf,
  sessionCounts,
  sessionIn,
  sessionsMet
} from "@peerwork/core"
import { accreditations, recordedTraining, trainersOf } from "@peerwork/core"
import type {
  Cohort,
  CohortSession,
  LocalDate,
  Offer,
  SessionKey,
  SessionMet,
  Training,
  TrainingRecord,
  TrainingTemplate
} from "@peerwork/core"
import { answerIn } from "./Answering.ts"
import { identityIn } from "./Derived.ts"
import { idsConcerning } from "./Records.ts"
import type { Kept, Records } from "./Records.ts"

const present = <A>(item: A | undefined): ReadonlyArray<A> => (item === undefined ? [] : [item])

/** The training records of a person, in the order in which they began; without those that were struck out. */
export const trainingsOfPerson = (records: Records, person: string): ReadonlyArray<Kept<Training>> => {
  const identity = identityIn(records, person)
  const ids = identity.ids.flatMap((id) => idsConcerning(records, "training", `person:${id}`))
  return [...new Set(ids)].flatMap((id) => present(records.training.get(id)))
    .filter(({ state }) => state.status !== "Voided" && isTheirs(identity, recordedTraining(state)))
}

/** The training records of a cohort, without those that were struck out. */
export const trainingsInCohort = (records: Records, cohort: string): ReadonlyArray<Kept<Training>> =>
  idsConcerning(records, "training", `cohort:${cohort}`).flatMap((id) => present(records.training.get(id)))
    .filter(({ state }) => state.status !== "Voided" && state.cohort === cohort)

/** A training record with all that its sessions depend on. */
export const recordIn = (records: Records, training: Training): TrainingRecord => answerIn(records, recordOf(training))

/** Every session of the record, with how it is met on the day. */
export const sessionsIn = (records: Records, training: Training, day: LocalDate): ReadonlyArray<SessionMet> =>
  sessionsMet(recordIn(records, training), day)

/** How many sessions are met on the day. */
export const metIn = (records: Records, training: Training, day: LocalDate): number =>
  sessionsIn(records, training, day).filter(isMet).length

/** Whether what counts towards a session can still be recorded: the training is open, or its completion lacks one. */
export const mayStillMeetIn = (records: Records, training: Training): boolean =>
  answerIn(records, mayStillMeet(training))

/** What earlier records offer for an open training, and for sessions that it does not meet yet. */
export const offersIn = (
  records: Records,
  { id, state }: Kept<Training>,
  day: LocalDate
): ReadonlyArray<{ readonly earlier: string; readonly offers: ReadonlyArray<Offer> }> => {
  if (!mayStillMeetIn(records, state)) return []
  const { template } = recordIn(records, state)
  const met = sessionsIn(records, state, day).filter(isMet).map(({ session }) => session)
  return trainingsOfPerson(records, state.person).filter((other) => other.id !== id).flatMap((other) => {
    const offers = offersFor({ id: state.template, template }, recordIn(records, other.state), day)
      .filter(({ session }) => !met.includes(session))
    return offers.length === 0 ? [] : [{ earlier: other.id, offers }]
  })
}

export const templateIn = (records: Records, id: string): TrainingTemplate | null =>
  records.template.get(id)?.state ?? null

/** How a session of a cohort stands: not scheduled where the cohort only has it in its template. */
export interface SessionStanding {
  readonly session: SessionKey
  readonly held: CohortSession | null
  readonly counts: boolean
  readonly lost: number
  /** Trainees whose attendance is not recorded yet. */
  readonly unmarked: ReadonlyArray<Kept<Training>>
}

/** Every session of the cohort's template, with how it stands. */
export const standingsIn = (records: Records, { id, state }: Kept<Cohort>): ReadonlyArray<SessionStanding> => {
  const trainees = trainingsInCohort(records, id).filter(({ state: one }) => mayStillMeetIn(records, one))
  return (templateIn(records, state.template)?.sessions ?? []).map(({ session }) => {
    const held = sessionIn(state, session)
    return {
      session,
      held,
      counts: held !== null && sessionCounts(held, answerIn(records, accreditations(trainersOf([held])))),
      lost: held === null ? 0 : minutesLost(held),
      unmarked: held === null || (held.delivered === null && held.writtenOff === null)
        ? []
        : trainees.filter(({ state: one }) =>
          one.place !== "AD_HOC" && one.attendance.every((mark) => mark.session !== session)
        )
    }
  })
}
