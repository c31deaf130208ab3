/**
 * What may be done with a cohort in each state: the table that decisions, refusals and pages share.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import type { Cohort, CohortStatus } from "./Cohort.ts"

const waiting = ["AskForCohortPlace", "GiveUpCohortPlace"]
const planning = ["ScheduleTrainingSession", "RescheduleTrainingSession"]
const held = [
  "CorrectTrainingSession",
  "CorrectSessionObservers",
  "VoidTrainingSession",
  "RecordSessionInterruption",
  "VoidSessionInterruption",
  "AcceptTrainingSession",
  "RecordSessionAttendance"
]
const always = ["CancelCohort", "MoveCohortToTemplate", "VoidCohortMove"]

export const cohortSteps: Readonly<Record<CohortStatus, ReadonlyArray<string>>> = {
  Unknown: ["PlanCohort"],
  Planned: ["HoldCohortConsultation", "ApproveCohort", ...waiting, ...planning, ...always],
  Consulted: ["ApproveCohort", "TakeBackCohortStep", ...waiting, ...planning, ...always],
  Approved: ["OpenCohortEnrolment", "TakeBackCohortStep", ...waiting, ...planning, ...always],
  Recruiting: ["StartCohort", "OpenCohortEnrolment", "TakeBackCohortStep", ...waiting, ...planning, ...always],
  Running: [
    "DeliverTrainingSession",
    "WriteOffTrainingSession",
    "FinishCohortDelivery",
    "PauseCohort",
    "OpenCohortEnrolment",
    "TakeBackCohortStep",
    ...planning,
    ...held,
    ...waiting,
    ...always
  ],
  Paused: [
    "ResumeCohort",
    "RescheduleTrainingSession",
    "WriteOffTrainingSession",
    "TakeBackCohortStep",
    ...held,
    ...always
  ],
  Delivered: ["RecordCohortReflection", "WriteOffTrainingSession", "TakeBackCohortStep", ...held],
  Reflected: ["CloseCohort", "WriteOffTrainingSession", "TakeBackCohortStep", ...held],
  Closed: ["WriteOffTrainingSession", "TakeBackCohortStep", ...held],
  Cancelled: ["TakeBackCohortStep"]
}

export const cohortWays: Ways<CohortStatus> = {
  Planned: { to: "Approved", says: "approve it" },
  Consulted: { to: "Approved", says: "approve it", already: ["HoldCohortConsultation"] },
  Approved: { to: "Recruiting", says: "open enrolment" },
  Recruiting: { to: "Running", says: "start it" },
  Running: { to: "Delivered", says: "finish its delivery" },
  Paused: { to: "Running", says: "resume it", already: ["PauseCohort"] },
  Delivered: { to: "Reflected", says: "record the reflection on it" }
}

const finished = ["FinishCohortDelivery"]
const reflected = [...finished, "RecordCohortReflection"]

/** The way back: a session that turned out never to have been held is held after all only while the cohort runs. */
const back: Ways<CohortStatus> = {
  Delivered: { to: "Running", says: "take back that its delivery was finished", already: finished },
  Reflected: { to: "Delivered", says: "take back the reflection on it", already: reflected },
  Closed: { to: "Reflected", says: "take back that it was closed", already: [...reflected, "CloseCohort"] }
}

/** Refuses because the cohort is in the wrong state, or with a sentence of its own. */
export const cohortNotNow = (cohort: Cohort, says?: string): Judgement<never> =>
  wrongMoment("cohort", cohort.status, cohort.changed, cohortSteps[cohort.status], says)

/** The ways on: a cohort that was cancelled goes on from where it was before. */
const waysOf = ({ steps, status }: Cohort): Ways<CohortStatus> => {
  const before = steps.at(-2)
  return status !== "Cancelled" || before === undefined ? cohortWays : {
    ...cohortWays,
    Cancelled: { to: before.to, says: "take back that it was cancelled", already: ["CancelCohort"] }
  }
}

/** Refuses the command where the cohort's state does not allow it, and says what comes first; null where it does. */
export const refusedNow = (
  cohort: Cohort,
  command: string,
  isPossible?: (state: CohortStatus) => boolean
): Judgement<never> | null =>
  refusedIn({ life: "cohort", steps: cohortSteps, ways: waysOf(cohort), back })(
    cohort.status,
    cohort.changed,
    command,
    isPossible
  )

/** The tags of the next event of the cohort. */
export const keysOf = ({ establishment, scheme }: Cohort): {
  readonly scheme: string
  readonly establishment: EstablishmentCode
} => {
  if (establishment === null) throw new TypeError("A cohort that does not exist has no tags")
  return { scheme, establishment }
}
