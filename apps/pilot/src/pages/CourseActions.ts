/**
 * Of which commands about templates, cohorts and training it is known whether anything could come of them now.
 */
import { allMet, completionHolds, creditsInDoubt } from "@peerwork/core"
import type { Cohort, LifeName, LocalDate, Training, TrainingTemplate } from "@peerwork/core"
import { mayStillMeetIn, recordIn } from "../records/CoursesIn.ts"
import type { Looked } from "../records/Labels.ts"
import type { Records } from "../records/Records.ts"

const ofTraining = (records: Records, state: Training, day: LocalDate): Readonly<Record<string, boolean>> => {
  const record = recordIn(records, state)
  const mayMeet = mayStillMeetIn(records, state)
  return {
    CreditTrainingSession: mayMeet,
    CreditEarlierTraining: mayMeet,
    CorrectAttendance: state.attendance.length > 0,
    VoidTrainingEntry: [...state.madeUp, ...state.credits, ...state.assessments, ...state.certificates].length > 0,
    AssessTrainingUnit: mayMeet && record.template.qualification !== null,
    RecordSessionMakeUp: mayMeet &&
      (state.attendance.length > 0 || state.credits.some(({ inFull }) => !inFull)),
    WithholdTrainingCompletion: state.withheld === null && allMet(record, day),
    UpholdTrainingCredit: creditsInDoubt(record).length > 0,
    UpholdTrainingCompletion: state.completion !== null && !completionHolds(record),
    IssueTrainingCertificate: state.certificates.every(({ completion }) => completion !== state.completion?.event)
  }
}

const ofCohort = ({ moves, sessions, waiting }: Cohort): Readonly<Record<string, boolean>> => {
  const isHeld = sessions.some(({ delivered }) => delivered !== null)
  return {
    GiveUpCohortPlace: waiting.length > 0,
    CorrectTrainingSession: isHeld,
    CorrectSessionObservers: isHeld,
    VoidTrainingSession: isHeld,
    RecordSessionInterruption: isHeld,
    AcceptTrainingSession: isHeld,
    VoidCohortMove: moves.length > 0,
    VoidSessionInterruption: sessions.some(({ interruptions }) => interruptions.length > 0)
  }
}

const ofTemplate = (state: TrainingTemplate): Readonly<Record<string, boolean>> => ({
  VoidTemplateAdoption: state.adopted.length > 0,
  WithdrawTrainingEquivalence: state.equivalences.length > 0
})

/** For a record of these lives; null for others. */
export const ofCourses = (
  { day, records }: Looked,
  life: LifeName,
  id: string
): Readonly<Record<string, boolean>> | null => {
  const training = life === "training" ? records.training.get(id)?.state : undefined
  const cohort = life === "cohort" ? records.cohort.get(id)?.state : undefined
  const template = life === "template" ? records.template.get(id)?.state : undefined
  if (training !== undefined) return ofTraining(records, training, day)
  if (cohort !== undefined) return ofCohort(cohort)
  return template === undefined ? null : ofTemplate(template)
}
