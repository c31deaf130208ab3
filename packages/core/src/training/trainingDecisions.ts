/**
 * Every decision of the life of a training record, in the order a life goes through them. The attendance of a whole
 * session is decided in the life of the cohort.
 */
import { read } from "../language/Decision.ts"
import type { Decides, Reading } from "../language/Decision.ts"
import { identityOf } from "../person/Identity.ts"
import type { Person } from "../person/Person.ts"
import { whileTheyLive } from "../person/whileTheyLive.ts"
import { correctAttendance, recordSessionMakeUp } from "./Attendance.ts"
import {
  decideTrainingCompletion,
  issueTrainingCertificate,
  revokeTrainingCompletion,
  upholdTrainingCompletion,
  withholdTrainingCompletion
} from "./CompletionDecisions.ts"
import { creditEarlierTraining, creditTrainingSession, upholdTrainingCredit, voidTrainingEntry } from "./Credits.ts"
import {
  closeTrainingIncomplete,
  enrolTrainee,
  openTrainingRecord,
  reopenTraining,
  voidTraining,
  withdrawTrainee
} from "./Enrolment.ts"
import { Training } from "./Training.ts"
import { recordedTraining } from "./TrainingRecord.ts"
import { assessTrainingUnit } from "./UnitAssessment.ts"

/** What can still be recorded of the training of somebody who has died: ends and corrections. */
const afterDeath: ReadonlyArray<Decides> = [
  correctAttendance,
  voidTrainingEntry,
  revokeTrainingCompletion,
  closeTrainingIncomplete,
  withdrawTrainee,
  voidTraining
]

/** Whose training it is, or would be. */
function* trainee(input: Readonly<Record<string, unknown>>): Reading<ReadonlyArray<Person>> {
  const training = yield* read(Training, String(input["training"]))
  const { id, on } = recordedTraining(training)
  const whose = yield* identityOf(training.status === "Unknown" ? String(input["person"]) : id, on)
  return [whose.person]
}

const all: ReadonlyArray<Decides> = [
  enrolTrainee,
  openTrainingRecord,
  correctAttendance,
  recordSessionMakeUp,
  creditEarlierTraining,
  creditTrainingSession,
  upholdTrainingCredit,
  assessTrainingUnit,
  voidTrainingEntry,
  decideTrainingCompletion,
  withholdTrainingCompletion,
  upholdTrainingCompletion,
  revokeTrainingCompletion,
  issueTrainingCertificate,
  closeTrainingIncomplete,
  withdrawTrainee,
  reopenTraining,
  voidTraining
]

export const trainingDecisions = all.map((decides) =>
  afterDeath.includes(decides) ? decides : whileTheyLive(decides, trainee)
)
