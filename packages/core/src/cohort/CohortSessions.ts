/**
 * The sessions of a cohort: scheduled, moved, held or written off.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aDate, aPastDate, idOf, idsOf, yesOrNo } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { everybodyInPost } from "../staff/everybodyInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { LetSomebodyElseJudge } from "../trainer/rules/LetSomebodyElseJudge.ts"
import { aSession } from "../training/SessionCatalogue.ts"
import { Cohort, sessionIn } from "./Cohort.ts"
import {
  aCause,
  TrainingSessionDelivered,
  TrainingSessionRescheduled,
  TrainingSessionScheduled,
  TrainingSessionWrittenOff
} from "./CohortEvents.ts"
import { onWhichDay, whichCohort } from "./CohortPlan.ts"
import { cohortNotNow, keysOf, refusedNow } from "./cohortSteps.ts"
import { everybodyInRole } from "./everybodyInRole.ts"
import { AskOnlyWorkers } from "./rules/AskOnlyWorkers.ts"
import { HoldSessionsWithinTheCohort } from "./rules/HoldSessionsWithinTheCohort.ts"

export const whichSession = open(aSession, "Which session?")
const howLong = open(aCount(1, 600), "How many minutes does it last?", "A number, for example 60.")
const whoTeaches = tagged("staff", idsOf("staff", 4), "Who teaches it?")
export const whoSupervises = optional(
  tagged("staff", idOf("staff"), "Who supervises them?", "Only where nobody who teaches it is accredited for it.")
)
export const whichCause = open(aCause, "What was the cause?")

/** The supervisor as data of an event, where there was one. */
export const supervised = (by: string | undefined) => by === undefined ? {} : { supervisedBy: by }

/** Asks COHORT-12 of the day for which a session is planned. */
const withinTheCohort = ({ endsOn }: Cohort, heldOn: LocalDate) =>
  HoldSessionsWithinTheCohort.asks({ heldOn, endsOn: endsOn ?? heldOn })

export const ScheduleTrainingSession = command("cohort", "ScheduleTrainingSession", {
  title: "Schedule a session",
  says: "Plans on which day a session will be held, how long it lasts and who teaches it",
  fields: {
    cohort: whichCohort,
    session: whichSession,
    heldOn: open(aDate, "On which day will it be held?", "For example, 27 3 2016."),
    minutes: howLong,
    deliverers: whoTeaches,
    supervisedBy: whoSupervises,
    on: open(aPastDate, "On which day was it planned?", "For example, 27 3 2016.")
  }
})

export const scheduleTrainingSession = decision(
  ScheduleTrainingSession,
  [KeepTheOrderOfEvents, HoldSessionsWithinTheCohort, NameOnlyStaffInPost],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "ScheduleTrainingSession")
    if (refused !== null) return refused
    const { deliverers, heldOn, minutes, session, supervisedBy } = command
    const template = yield* read(TrainingTemplate, cohort.template)
    if (template.sessions.every((one) => one.session !== session)) {
      return cohortNotNow(cohort, "The template of the cohort has no such session")
    }
    const before = sessionIn(cohort, session)
    if (before !== null && before.delivered !== null) return cohortNotNow(cohort, "The session was delivered already")
    if (before !== null) return cohortNotNow(cohort, "The session is scheduled already. Move it to another day")
    if (deliverers.length === 0) return cohortNotNow(cohort, "Name at least one who teaches it")
    return judge(
      inOrder([heldOn, cohort.startsOn]),
      withinTheCohort(cohort, heldOn),
      yield* everybodyInPost([...deliverers, supervisedBy], command.on)
    ).accept(() => [
      TrainingSessionScheduled.make({
        of: command.cohort,
        on: command.on,
        data: { ...keysOf(cohort), session, heldOn, minutes, deliverers, ...supervised(supervisedBy) }
      })
    ])
  }
)

export const RescheduleTrainingSession = command("cohort", "RescheduleTrainingSession", {
  title: "Move a session to another day",
  says: "The session will be held on another day, and the trainees were told; the former day stays visible",
  fields: {
    cohort: whichCohort,
    session: whichSession,
    heldOn: open(aDate, "On which day will it be held?", "For example, 27 3 2016."),
    minutes: howLong,
    cause: whichCause,
    on: onWhichDay
  }
})

export const rescheduleTrainingSession = decision(
  RescheduleTrainingSession,
  [KeepTheOrderOfEvents, HoldSessionsWithinTheCohort],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "RescheduleTrainingSession")
    if (refused !== null) return refused
    const { heldOn, minutes, session } = command
    const before = sessionIn(cohort, session)
    if (before === null) return cohortNotNow(cohort, "The session is not scheduled")
    if (before.delivered !== null) return cohortNotNow(cohort, "The session was delivered already")
    if (before.heldOn === heldOn && before.minutes === minutes) {
      return cohortNotNow(cohort, "The session is planned like that already")
    }
    return judge(inOrder([heldOn, cohort.startsOn]), withinTheCohort(cohort, heldOn)).accept(() => [
      TrainingSessionRescheduled.make({
        of: command.cohort,
        on: command.on,
        corrects: before.planned.event,
        data: { ...keysOf(cohort), session, heldOn, minutes, cause: command.cause }
      })
    ])
  }
)

export const DeliverTrainingSession = command("cohort", "DeliverTrainingSession", {
  title: "Record that a session was held",
  says: "Records by whom a session was taught and observed; attendance is recorded after that",
  fields: {
    cohort: whichCohort,
    session: whichSession,
    minutes: open(aCount(1, 600), "How many minutes did it last?", "With interruptions, which are recorded apart."),
    deliverers: tagged("staff", idsOf("staff", 4), "Who taught it?"),
    supervisedBy: whoSupervises,
    observers: tagged("staff", idsOf("staff", 4), "Who observed it?"),
    helper: optional(tagged("person", idOf("person"), "Which experienced worker helped?")),
    timeProtected: open(yesOrNo, "Was the time protected?"),
    on: open(aPastDate, "On which day was it held?", "For example, 27 3 2016.")
  }
})

export const deliverTrainingSession = decision(
  DeliverTrainingSession,
  [KeepTheOrderOfEvents, LetSomebodyElseJudge, NameOnlyStaffInPost, AskOnlyWorkers],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "DeliverTrainingSession")
    if (refused !== null) return refused
    const { deliverers, helper, minutes, observers, on, session, supervisedBy, timeProtected } = command
    const before = sessionIn(cohort, session)
    if (before === null) return cohortNotNow(cohort, "The session is not scheduled. Schedule it first")
    if (before.delivered !== null) return cohortNotNow(cohort, "The session was delivered already")
    if (deliverers.length === 0) return cohortNotNow(cohort, "Name at least one who taught it")
    const started = cohort.steps.find(({ to }) => to === "Running")
    return judge(
      inOrder([on, started?.on ?? null]),
      LetSomebodyElseJudge.asks({ themselves: observers.some((one) => deliverers.includes(one)) }),
      yield* everybodyInPost([...deliverers, supervisedBy, ...observers], on),
      yield* everybodyInRole(cohort, helper === undefined ? [] : [helper], on)
    ).accept(() => [
      TrainingSessionDelivered.make({
        of: command.cohort,
        on,
        data: {
          ...keysOf(cohort),
          session,
          minutes,
          deliverers,
          ...supervised(supervisedBy),
          observers,
          ...(helper === undefined ? {} : { helper }),
          timeProtected
        }
      })
    ])
  }
)

export const WriteOffTrainingSession = command("cohort", "WriteOffTrainingSession", {
  title: "Write a session off",
  says: "The session will not be held in this cohort; trainees may make it up or have it credited",
  fields: { cohort: whichCohort, session: whichSession, cause: whichCause, on: onWhichDay }
})

export const writeOffTrainingSession = decision(WriteOffTrainingSession, [], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "WriteOffTrainingSession")
  if (refused !== null) return refused
  const before = sessionIn(cohort, command.session)
  if (before === null) return cohortNotNow(cohort, "The session is not scheduled. Schedule it first")
  if (before.delivered !== null) return cohortNotNow(cohort, "The session was delivered already")
  if (before.writtenOff !== null) return cohortNotNow(cohort, "The session is written off already")
  return judge().accept(() => [
    TrainingSessionWrittenOff.make({
      of: command.cohort,
      on: command.on,
      data: { ...keysOf(cohort), session: command.session, cause: command.cause }
    })
  ])
})
