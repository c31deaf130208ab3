/**
 * By which template a cohort goes on: it keeps the one by which it was planned, until somebody decides otherwise.
 *
 * The trainings of the cohort that are open move with it, in the same commit. What was met by the former template counts
 * by the equivalences that were decided, and is derived: a correction of what was attended before is followed through.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf } from "../language/Kind.ts"
import { identityOf } from "../person/Identity.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { TrainByTheDefaultTemplate } from "../template/rules/TrainByTheDefaultTemplate.ts"
import { why } from "../template/TemplateChoice.ts"
import { defaultTemplateOn, templateNotNow, TemplatesOf, TrainingTemplate } from "../template/TrainingTemplate.ts"
import { TrainOncePerTemplate } from "../training/rules/TrainOncePerTemplate.ts"
import { Training, TrainingsIn } from "../training/Training.ts"
import { TrainingMovedToTemplate, TrainingMoveVoided } from "../training/TrainingEvents.ts"
import { keysOf as trainingKeys, trainingsOf } from "../training/TrainingRecord.ts"
import { Cohort } from "./Cohort.ts"
import { CohortMovedToTemplate, CohortMoveVoided } from "./CohortMoveEvents.ts"
import { whichCohort } from "./CohortPlan.ts"
import { cohortNotNow, keysOf, refusedNow } from "./cohortSteps.ts"
import { DecideWhatWasTaughtCounts } from "./rules/DecideWhatWasTaughtCounts.ts"

interface Moving {
  readonly id: string
  readonly training: Training
}

/** The open trainings of the cohort that go by the template. */
function* openTrainings(cohort: string, template: string): Reading<ReadonlyArray<Moving>> {
  const moving: Array<Moving> = []
  for (const id of yield* read(TrainingsIn, cohort)) {
    const training = yield* read(Training, id)
    if (training.status === "Enrolled" && training.template === template) moving.push({ id, training })
  }
  return moving
}

/** How many of them are trained by the other template already. */
function* trainedByBoth(moving: ReadonlyArray<Moving>, template: string): Reading<number> {
  let count = 0
  for (const { training } of moving) {
    const own = yield* trainingsOf(yield* identityOf(training.person))
    if (own.some((one) => one.template === template && one.status === "Enrolled")) count += 1
  }
  return count
}

export const MoveCohortToTemplate = command("cohort", "MoveCohortToTemplate", {
  title: "Move a cohort to another template",
  says: "Decides that the cohort and its trainees go on by another template; what was taught counts by equivalence",
  fields: {
    cohort: whichCohort,
    template: tagged("template", idOf("template"), "To which template?"),
    decidedBy: tagged("staff", idOf("staff"), "Which member of staff decided it?"),
    on: open(aPastDate, "From which day?", "For example, 27 3 2016."),
    reason: why
  }
})

export const moveCohortToTemplate = decision(
  MoveCohortToTemplate,
  [
    TrainByTheDefaultTemplate,
    DecideWhatWasTaughtCounts,
    TrainOncePerTemplate,
    NameOnlyStaffInPost,
    KeepTheOrderOfEvents
  ],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "MoveCohortToTemplate")
    if (refused !== null) return refused
    const { decidedBy, on } = command
    const former = cohort.template
    if (command.template === former) return cohortNotNow(cohort, "The cohort goes by that template already")
    const template = yield* read(TrainingTemplate, command.template)
    if (template.status !== "Available" || template.scheme !== cohort.scheme) return templateNotNow(template)
    const templates = yield* read(TemplatesOf, cohort.scheme)
    const moving = yield* openTrainings(command.cohort, former)
    const twice = yield* trainedByBoth(moving, command.template)
    const staff = yield* read(Staff, decidedBy)
    const decided = template.equivalences.filter((one) => one.from === former).map((one) => one.fromSession)
    const held = cohort.sessions.filter(({ delivered }) => delivered !== null).map(({ session }) => session)
    return judge(
      TrainByTheDefaultTemplate.asks({ isDefault: defaultTemplateOn(templates, on) === command.template }),
      DecideWhatWasTaughtCounts.asks({ undecided: held.filter((session) => !decided.includes(session)) }),
      TrainOncePerTemplate.asks({ open: twice }),
      namedInPost(on, staff),
      inOrder([on, cohort.steps[0]?.on ?? null])
    ).accept(() => [
      CohortMovedToTemplate.make({
        of: command.cohort,
        on,
        data: { ...keysOf(cohort), former, template: command.template, decidedBy }
      }),
      ...moving.map(({ id, training }) =>
        TrainingMovedToTemplate.make({
          of: id,
          on,
          data: { ...trainingKeys(training), former, template: command.template }
        })
      )
    ])
  }
)

export const VoidCohortMove = command("cohort", "VoidCohortMove", {
  title: "Strike out the move of a cohort to another template",
  says: "That the cohort moved was recorded in error; it and its trainees go on by the template that they had",
  fields: { cohort: whichCohort, reason: why }
})

export const voidCohortMove = decision(VoidCohortMove, [], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "VoidCohortMove")
  if (refused !== null) return refused
  const move = cohort.moves.at(-1)
  if (move === undefined) return cohortNotNow(cohort, "The cohort goes by the template by which it was planned")
  const { event, from, on } = move
  const back = yield* openTrainings(command.cohort, cohort.template)
  return judge().accept(() => [
    CohortMoveVoided.make({
      of: command.cohort,
      on,
      corrects: event,
      data: { ...keysOf(cohort), former: cohort.template, template: from }
    }),
    ...back.flatMap(({ id, training }) =>
      training.moved?.from === from
        ? [
          TrainingMoveVoided.make({
            of: id,
            on,
            corrects: training.moved.event,
            data: { ...trainingKeys(training), former: cohort.template, template: from }
          })
        ]
        : []
    )
  ])
})
