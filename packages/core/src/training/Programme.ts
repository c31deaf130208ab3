/**
 * The figures of a training programme on a day: how many people were in training, how many completed it, what those
 * who did not are left with.
 *
 * The programme counts each person once, however often they were trained. A cohort counts who had a place in it; who
 * came to single sessions or for a refresher is counted beside it, so that nobody who never had a place stands among
 * those who did not complete. A figure names nobody, and nothing of a person but their training goes into it.
 */
import type { Appointment } from "../appointment/Appointment.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import type { SessionKey } from "./SessionCatalogue.ts"
import { isMet, sessionsMet } from "./sessionsMet.ts"
import type { TrainingRecord } from "./sessionsMet.ts"
import type { Training } from "./Training.ts"

export type TrainingOutcome = "Completed" | "Open" | "NotCompleted"

/** One training record, as far as the figures need it. */
export interface Trainee {
  readonly person: string
  readonly cohort: string | null
  readonly place: Training["place"]
  /** Whether they were in the role already when they were enrolled. */
  readonly inRole: boolean
  readonly enrolledOn: LocalDate
  readonly outcome: TrainingOutcome
  /** The sessions met, which stay credits whatever the outcome. */
  readonly met: ReadonlyArray<SessionKey>
}

export interface Counted {
  readonly people: number
  readonly completed: number
  readonly open: number
  readonly notCompleted: number
  /** Sessions that those who did not complete have met and keep. */
  readonly sessionsKept: number
}

export interface CohortFigures {
  readonly cohort: string
  /** Who had a place for the whole training. */
  readonly planned: Counted
  readonly adHoc: Counted
  readonly refreshers: Counted
}

export interface Programme extends Counted {
  readonly on: LocalDate
  /** Of those who completed: in the role before, and not. */
  readonly completedInRole: number
  readonly completedAspiring: number
  /** Of all people, to one place; null where there were none. */
  readonly completedPercent: number | null
  readonly cohorts: ReadonlyArray<CohortFigures>
}

const outcomeOn = ({ completion, ended }: Training, on: LocalDate): TrainingOutcome => {
  if (completion !== null && completion.on <= on) return "Completed"
  return ended !== null && ended.on <= on ? "NotCompleted" : "Open"
}

/** Whether somebody was in a role of the scheme on the day: appointed, or in it since before the scheme. */
export const wasInRoleOn = (appointments: ReadonlyArray<Appointment>, scheme: string, on: LocalDate): boolean =>
  appointments.some((one) => one.scheme === scheme && one.inRole !== null && covers(one.inRole, on))

/** A record as the figures of the day see it; null where it had not begun, or was struck out. */
export const traineeOn = (
  record: TrainingRecord,
  { inRole, person }: Pick<Trainee, "inRole" | "person">,
  on: LocalDate
): Trainee | null => {
  const { training } = record
  const { cohort, enrolled, place, status } = training
  if (status === "Voided" || enrolled === null || enrolled.on > on) return null
  const met = sessionsMet(record, on).filter(isMet).map(({ session }) => session)
  return { person, cohort, place, inRole, enrolledOn: enrolled.on, outcome: outcomeOn(training, on), met }
}

const outcomeOf = (trainings: ReadonlyArray<Trainee>): TrainingOutcome => {
  const outcomes = trainings.map(({ outcome }) => outcome)
  if (outcomes.includes("Completed")) return "Completed"
  return outcomes.includes("Open") ? "Open" : "NotCompleted"
}

/** The trainings of each person, in the order in which they were enrolled. */
const byPerson = (trainees: ReadonlyArray<Trainee>): ReadonlyArray<ReadonlyArray<Trainee>> => {
  const people = [...new Set(trainees.map(({ person }) => person))]
  const first = (one: Trainee, other: Trainee): number => one.enrolledOn < other.enrolledOn ? -1 : 1
  return people.map((person) => trainees.filter((one) => one.person === person).sort(first))
}

const counted = (trainees: ReadonlyArray<Trainee>): Counted => {
  const people = byPerson(trainees)
  const that = (outcome: TrainingOutcome) => people.filter((one) => outcomeOf(one) === outcome)
  const kept = that("NotCompleted").map((trainings) => new Set(trainings.flatMap(({ met }) => met)).size)
  return {
    people: people.length,
    completed: that("Completed").length,
    open: that("Open").length,
    notCompleted: that("NotCompleted").length,
    sessionsKept: kept.reduce((sum, sessions) => sum + sessions, 0)
  }
}

const cohortFigures = (trainees: ReadonlyArray<Trainee>, cohort: string): CohortFigures => {
  const placed = (place: Trainee["place"]) =>
    counted(trainees.filter((one) => one.cohort === cohort && one.place === place))
  return { cohort, planned: placed("FULL"), adHoc: placed("AD_HOC"), refreshers: placed("REFRESHER") }
}

/** The figures of these trainees on the day, with those of each of the cohorts. */
export const programmeOn = (
  trainees: ReadonlyArray<Trainee>,
  cohorts: ReadonlyArray<string>,
  on: LocalDate
): Programme => {
  const all = counted(trainees)
  const completed = byPerson(trainees).filter((one) => outcomeOf(one) === "Completed")
  const inRole = completed.filter(([first]) => first?.inRole === true).length
  return {
    on,
    ...all,
    completedInRole: inRole,
    completedAspiring: completed.length - inRole,
    completedPercent: all.people === 0 ? null : Math.round(all.completed * 1000 / all.people) / 10,
    cohorts: cohorts.map((cohort) => cohortFigures(trainees, cohort))
  }
}
