/**
 * How a cohort runs on and ends: paused and resumed, delivered, reflected on, and closed with a decision for everybody.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, text } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { TrainingTemplate } from "../template/TrainingTemplate.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { trainingsIn } from "../training/TrainingRecord.ts"
import { Cohort, sessionIn } from "./Cohort.ts"
import {
  aCause,
  CohortClosed,
  CohortDelivered,
  CohortPaused,
  CohortReflected,
  CohortResumed,
  theWanted
} from "./CohortEvents.ts"
import { onWhichDay, whichCohort } from "./CohortPlan.ts"
import { cohortNotNow, keysOf, refusedNow } from "./cohortSteps.ts"
import { DecideOnEveryTrainee } from "./rules/DecideOnEveryTrainee.ts"
import { DeliverOrWriteOffEverySession } from "./rules/DeliverOrWriteOffEverySession.ts"

const since = ({ steps }: Cohort) => steps.at(-1)?.on ?? null

/** The sessions of the template that were neither held nor written off. */
function* leftIn(cohort: Cohort): Reading<ReadonlyArray<SessionKey>> {
  const template = yield* read(TrainingTemplate, cohort.template)
  return template.sessions.map(({ session }) => session).filter((key) => {
    const held = sessionIn(cohort, key)
    return held === null || (held.delivered === null && held.writtenOff === null)
  })
}

export const PauseCohort = command("cohort", "PauseCohort", {
  title: "Pause a cohort",
  says: "No session is held until it is resumed",
  fields: {
    cohort: whichCohort,
    cause: open(aCause, "What is the cause?"),
    on: open(aPastDate, "From which day?", "For example, 27 3 2016.")
  }
})

export const pauseCohort = decision(PauseCohort, [KeepTheOrderOfEvents], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "PauseCohort")
  if (refused !== null) return refused
  return judge(inOrder([command.on, since(cohort)])).accept(() => [
    CohortPaused.make({ of: command.cohort, on: command.on, data: { ...keysOf(cohort), cause: command.cause } })
  ])
})

export const ResumeCohort = command("cohort", "ResumeCohort", {
  title: "Resume a cohort",
  says: "Sessions are held again",
  fields: { cohort: whichCohort, on: open(aPastDate, "From which day?", "For example, 27 3 2016.") }
})

export const resumeCohort = decision(ResumeCohort, [KeepTheOrderOfEvents], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "ResumeCohort")
  if (refused !== null) return refused
  return judge(inOrder([command.on, since(cohort)])).accept(() => [
    CohortResumed.make({ of: command.cohort, on: command.on, data: keysOf(cohort) })
  ])
})

export const FinishCohortDelivery = command("cohort", "FinishCohortDelivery", {
  title: "Finish the delivery of a cohort",
  says: "Every session was delivered or written off; what is missing to trainees can still be made up",
  fields: { cohort: whichCohort, on: onWhichDay }
})

export const finishCohortDelivery = decision(
  FinishCohortDelivery,
  [DeliverOrWriteOffEverySession, KeepTheOrderOfEvents],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "FinishCohortDelivery")
    if (refused !== null) return refused
    const delivered = cohort.sessions.filter((one) => one.delivered !== null)
    const last = delivered.map(({ heldOn }) => heldOn).sort().at(-1)
    return judge(
      DeliverOrWriteOffEverySession.asks({ left: yield* leftIn(cohort) }),
      inOrder([command.on, since(cohort)], [command.on, last ?? null])
    ).accept(() => [
      CohortDelivered.make({
        of: command.cohort,
        on: command.on,
        data: {
          ...keysOf(cohort),
          delivered: delivered.length,
          writtenOff: cohort.sessions.length - delivered.length
        }
      })
    ])
  }
)

export const RecordCohortReflection = command("cohort", "RecordCohortReflection", {
  title: "Record the reflection on a cohort",
  says: "Staff looked back on the cohort; a revision of the template may come of it",
  fields: {
    cohort: whichCohort,
    wanted: open(theWanted, "What was found to be wanted?"),
    notes: personal(
      text(4000, true),
      { subject: "actor", keep: "administration" },
      "What do the field notes say?",
      "Do not include names."
    ),
    on: onWhichDay
  }
})

export const recordCohortReflection = decision(RecordCohortReflection, [KeepTheOrderOfEvents], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "RecordCohortReflection")
  if (refused !== null) return refused
  const { on, wanted } = command
  if (wanted.includes("NOTHING") && wanted.length > 1) {
    return cohortNotNow(cohort, "Either nothing is to be changed, or something is. Choose one of the two")
  }
  return judge(inOrder([on, since(cohort)])).accept(() => [
    CohortReflected.make({ of: command.cohort, on, data: { ...keysOf(cohort), wanted } })
  ])
})

export const CloseCohort = command("cohort", "CloseCohort", {
  title: "Close a cohort",
  says: "Every trainee has a decision; those who came ad hoc are counted apart",
  fields: { cohort: whichCohort, on: onWhichDay }
})

export const closeCohort = decision(
  CloseCohort,
  [DecideOnEveryTrainee, DeliverOrWriteOffEverySession, KeepTheOrderOfEvents],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "CloseCohort")
    if (refused !== null) return refused
    const all = yield* trainingsIn(command.cohort)
    const undecided = all.filter(({ status }) => status === "Enrolled").length
    const planned = all.filter(({ place }) => place !== "AD_HOC")
    const completed = planned.filter(({ status }) => status === "Completed").length
    return judge(
      DecideOnEveryTrainee.asks({ undecided }),
      DeliverOrWriteOffEverySession.asks({ left: yield* leftIn(cohort) }),
      inOrder([command.on, since(cohort)])
    ).accept(() => [
      CohortClosed.make({
        of: command.cohort,
        on: command.on,
        data: {
          ...keysOf(cohort),
          completed,
          incomplete: planned.length - completed,
          adHoc: all.length - planned.length
        }
      })
    ])
  }
)
