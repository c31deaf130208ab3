/**
 * Assessment: where a template leads to an award, somebody named assesses each unit, whoever taught it. What was learned
 * may be assessed again until it is met; the newest assessment counts.
 */
import { whichSession } from "../cohort/CohortSessions.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { idOf } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { onWhichDay, whichTraining } from "./Enrolment.ts"
import { refusedEntry } from "./stillToMeet.ts"
import { Training } from "./Training.ts"
import { anAssessment, TrainingUnitAssessed } from "./TrainingEvents.ts"
import { keysOf } from "./TrainingRecord.ts"
import { trainingNotNow } from "./trainingSteps.ts"

export const AssessTrainingUnit = command("training", "AssessTrainingUnit", {
  title: "Record the assessment of a unit",
  says: "A member of staff assessed what the trainee learned of a unit that counts towards an award",
  fields: {
    training: whichTraining,
    session: whichSession,
    outcome: open(anAssessment, "What was the outcome?"),
    assessor: tagged("staff", idOf("staff"), "Who assessed it?"),
    on: onWhichDay
  }
})

export const assessTrainingUnit = decision(
  AssessTrainingUnit,
  [NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = yield* refusedEntry(training, "AssessTrainingUnit")
    if (refused !== null) return refused
    const { assessor, on, outcome, session } = command
    const { qualification } = yield* read(TrainingTemplate, training.template)
    if (qualification === null) {
      return trainingNotNow(training, "The training leads to no award, so nothing is assessed")
    }
    if (qualification.units.every((unit) => unit.session !== session)) {
      return trainingNotNow(training, "The template of the training has no such unit")
    }
    const newest = training.assessments.filter((one) => one.session === session).at(-1)
    if (newest?.on === on && newest.assessor === assessor && newest.isMet === (outcome === "MET")) {
      return trainingNotNow(training, "That assessment is recorded already")
    }
    const staff = yield* read(Staff, assessor)
    return judge(
      namedInPost(on, staff),
      inOrder([on, training.enrolled?.on ?? null])
    ).accept(() => [
      TrainingUnitAssessed.make({
        of: command.training,
        on,
        data: { ...keysOf(training), session, outcome, assessor }
      })
    ])
  }
)
