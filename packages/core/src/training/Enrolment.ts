/**
 * How a training record begins, and how it ends without completion.
 */
import { BeClearedBeforeTraining } from "../appointment/rules/BeClearedBeforeTraining.ts"
import { Cohort } from "../cohort/Cohort.ts"
import type { CohortStatus } from "../cohort/Cohort.ts"
import { cohortNotNow, refusedNow as cohortRefusedNow } from "../cohort/cohortSteps.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import { identityOf } from "../person/Identity.ts"
import { establishmentOn } from "../person/Person.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { templateNotNow, TrainingTemplate } from "../template/TrainingTemplate.ts"
import { clearedForRoles } from "./clearedForRoles.ts"
import { GiveNoMorePlacesThanThereAre } from "./rules/GiveNoMorePlacesThanThereAre.ts"
import { TakeTheNextInLine } from "./rules/TakeTheNextInLine.ts"
import { TrainOncePerTemplate } from "./rules/TrainOncePerTemplate.ts"
import { countMet } from "./sessionsMet.ts"
import { Training } from "./Training.ts"
import {
  aPlace,
  TraineeEnrolled,
  TraineeWithdrew,
  TrainingClosedIncomplete,
  TrainingReopened,
  TrainingVoided,
  whoWithdrew
} from "./TrainingEvents.ts"
import { keysOf, recordOf, trainingsIn, trainingsOf } from "./TrainingRecord.ts"
import { refusedNow, trainingNotNow } from "./trainingSteps.ts"

export const whichTraining = tagged("training", idOf("training"), "Which training?")
export const onWhichDay = open(aPastDate, "On which day?", "For example, 27 3 2016.")
export const why = personal(
  text(1000, true),
  { subject: "person", keep: "conduct" },
  "What is the reason?",
  "Do not include names of other people."
)
const whichPerson = tagged("person", idOf("person"), "Which person?")

const opensOn = (trainings: ReadonlyArray<Training>, template: string) =>
  TrainOncePerTemplate.asks({
    open: trainings.filter((one) => one.template === template && one.status === "Enrolled").length
  })

/** Who waits for a place and has none, before the person; everybody, where the person does not wait. */
const waitingBefore = ({ waiting }: Cohort, enrolled: ReadonlyArray<Training>, person: string): number => {
  const withPlace = enrolled.filter(({ place }) => place !== "AD_HOC").map((one) => one.person)
  const still = waiting.map((one) => one.person).filter((one) => !withPlace.includes(one))
  return still.includes(person) ? still.indexOf(person) : still.length
}

export const EnrolTrainee = command("training", "EnrolTrainee", {
  title: "Enrol a trainee",
  says: "The person is trained in a cohort, by the template that the cohort keeps",
  begins: true,
  fields: {
    training: whichTraining,
    cohort: tagged("cohort", idOf("cohort"), "In which cohort?"),
    person: whichPerson,
    place: open(aPlace, "For what?"),
    on: onWhichDay
  }
})

export const enrolTrainee = decision(
  EnrolTrainee,
  [
    TrainOncePerTemplate,
    GiveNoMorePlacesThanThereAre,
    TakeTheNextInLine,
    BeAtTheEstablishment,
    BeClearedBeforeTraining
  ],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "EnrolTrainee")
    if (refused !== null) return refused
    const { on, place } = command
    const cohort = yield* read(Cohort, command.cohort)
    const isOpen = (status: CohortStatus) => status === "Running" || (status === "Recruiting" && place !== "AD_HOC")
    const tooEarly = cohortRefusedNow(cohort, "EnrolTrainee", isOpen)
    if (tooEarly !== null) return tooEarly
    if (cohort.places === null || cohort.establishment === null) return cohortNotNow(cohort)
    const { establishment, places } = cohort
    const identity = yield* identityOf(command.person)
    const own = yield* trainingsOf(identity)
    const enrolled = yield* trainingsIn(command.cohort)
    const asked = place !== "AD_HOC"
    const taken = enrolled.filter((one) => one.place !== "AD_HOC" && one.status !== "Withdrawn").length
    return judge(
      opensOn(own, cohort.template),
      GiveNoMorePlacesThanThereAre.asks({ asked, taken, places }),
      TakeTheNextInLine.asks({ before: asked ? waitingBefore(cohort, enrolled, command.person) : 0 }),
      BeAtTheEstablishment.asks({ atEstablishment: establishmentOn(identity.person, on) === establishment }),
      yield* clearedForRoles(identity, cohort.scheme, on)
    ).accept(() => [
      TraineeEnrolled.make({
        of: command.training,
        on,
        data: {
          person: command.person,
          template: cohort.template,
          scheme: cohort.scheme,
          establishment,
          cohort: command.cohort,
          place
        }
      })
    ])
  }
)

export const OpenTrainingRecord = command("training", "OpenTrainingRecord", {
  title: "Open a training record without a cohort",
  says:
    "For somebody who was trained elsewhere or before: their sessions are credited one by one, then somebody decides",
  begins: true,
  fields: {
    training: whichTraining,
    person: whichPerson,
    template: tagged("template", idOf("template"), "By which template?"),
    on: onWhichDay
  }
})

export const openTrainingRecord = decision(
  OpenTrainingRecord,
  [TrainOncePerTemplate, BeAtTheEstablishment, BeClearedBeforeTraining],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "OpenTrainingRecord")
    if (refused !== null) return refused
    const template = yield* read(TrainingTemplate, command.template)
    const { establishment, scheme } = template
    if (establishment === null) return templateNotNow(template)
    const identity = yield* identityOf(command.person)
    const own = yield* trainingsOf(identity)
    return judge(
      opensOn(own, command.template),
      BeAtTheEstablishment.asks({ atEstablishment: establishmentOn(identity.person, command.on) === establishment }),
      yield* clearedForRoles(identity, scheme, command.on)
    ).accept(() => [
      TraineeEnrolled.make({
        of: command.training,
        on: command.on,
        data: { person: command.person, template: command.template, scheme, establishment, place: "FULL" }
      })
    ])
  }
)

export const CloseTrainingIncomplete = command("training", "CloseTrainingIncomplete", {
  title: "Close a training as incomplete",
  says: "The training ends without completion; the sessions that were met are kept as credits",
  fields: { training: whichTraining, on: onWhichDay, reason: why }
})

export const closeTrainingIncomplete = decision(CloseTrainingIncomplete, [KeepTheOrderOfEvents], function*(command) {
  const training = yield* read(Training, command.training)
  const refused = refusedNow(training, "CloseTrainingIncomplete")
  if (refused !== null) return refused
  const record = yield* recordOf(training)
  return judge(inOrder([command.on, training.enrolled?.on ?? null])).accept(() => [
    TrainingClosedIncomplete.make({
      of: command.training,
      on: command.on,
      data: { ...keysOf(training), met: countMet(record, command.on) }
    })
  ])
})

export const WithdrawTrainee = command("training", "WithdrawTrainee", {
  title: "Withdraw a trainee",
  says: "The trainee leaves the training, or staff take them out; the sessions that were met are kept as credits",
  fields: { training: whichTraining, by: open(whoWithdrew, "Who decided it?"), on: onWhichDay, reason: why }
})

export const withdrawTrainee = decision(WithdrawTrainee, [KeepTheOrderOfEvents], function*(command) {
  const training = yield* read(Training, command.training)
  const refused = refusedNow(training, "WithdrawTrainee")
  if (refused !== null) return refused
  const record = yield* recordOf(training)
  return judge(inOrder([command.on, training.enrolled?.on ?? null])).accept(() => [
    TraineeWithdrew.make({
      of: command.training,
      on: command.on,
      data: { ...keysOf(training), by: command.by, met: countMet(record, command.on) }
    })
  ])
})

export const ReopenTraining = command("training", "ReopenTraining", {
  title: "Reopen a training",
  says: "The end was recorded in error, or the training goes on",
  fields: { training: whichTraining, on: onWhichDay, reason: why }
})

export const reopenTraining = decision(
  ReopenTraining,
  [KeepTheOrderOfEvents, TrainOncePerTemplate],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "ReopenTraining")
    if (refused !== null) return refused
    const { ended } = training
    if (ended === null) return trainingNotNow(training)
    const identity = yield* identityOf(training.person)
    const own = yield* trainingsOf(identity)
    return judge(inOrder([command.on, ended.on]), opensOn(own, training.template)).accept(() => [
      TrainingReopened.make({ of: command.training, on: command.on, corrects: ended.event, data: keysOf(training) })
    ])
  }
)

export const VoidTraining = command("training", "VoidTraining", {
  title: "Strike out a training",
  says: "The training was recorded in error, such as for the wrong person; it counts for nothing and stays visible",
  fields: { training: whichTraining, on: onWhichDay, reason: why }
})

export const voidTraining = decision(VoidTraining, [], function*(command) {
  const training = yield* read(Training, command.training)
  const refused = refusedNow(training, "VoidTraining")
  if (refused !== null) return refused
  const { enrolled } = training
  return judge().accept(() => [
    TrainingVoided.make({
      of: command.training,
      on: command.on,
      ...(enrolled === null ? {} : { corrects: enrolled.event }),
      data: keysOf(training)
    })
  ])
})
