/**
 * What is found out about a session that was held: that it was interrupted, that it was recorded wrongly or never held,
 * or that it counts although nobody accredited taught it.
 */
import { sayMinutes } from "../language/Amount.ts"
import { command } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { Occurrence } from "../language/Event.ts"
import { open, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aPastDate, idOf, idsOf } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { beforeWhatFollowed } from "../record/beforeWhatFollowed.ts"
import type { Following } from "../record/beforeWhatFollowed.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { StayBeforeWhatFollowed } from "../record/rules/StayBeforeWhatFollowed.ts"
import { everybodyInPost } from "../staff/everybodyInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { accreditations, sessionCounts, trainersOf } from "../training/Accreditation.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { Training, TrainingsIn } from "../training/Training.ts"
import { AttendanceVoided } from "../training/TrainingEvents.ts"
import { keysOf as trainingKeys } from "../training/TrainingRecord.ts"
import { Cohort, minutesLost, sessionIn } from "./Cohort.ts"
import {
  aGround,
  TrainingInterruptionVoided,
  TrainingSessionAccepted,
  TrainingSessionCorrected,
  TrainingSessionInterrupted,
  TrainingSessionVoided
} from "./CohortEvents.ts"
import { onWhichDay, whichCohort, why } from "./CohortPlan.ts"
import { supervised, whichCause, whichSession, whoSupervises } from "./CohortSessions.ts"
import { cohortNotNow, keysOf, refusedNow } from "./cohortSteps.ts"
import { AgreeOnNothingYouTaught } from "./rules/AgreeOnNothingYouTaught.ts"
import { CountNoSessionWithoutTheOther } from "./rules/CountNoSessionWithoutTheOther.ts"
import { withCompany } from "./SessionObservers.ts"

export const CorrectTrainingSession = command("cohort", "CorrectTrainingSession", {
  title: "Correct the record of a session",
  says: "The session was held by others, on another day or for another time; what everybody met is derived anew",
  fields: {
    cohort: whichCohort,
    session: whichSession,
    heldOn: open(aPastDate, "On which day was it really held?", "For example, 27 3 2016."),
    minutes: open(
      aCount(1, 600),
      "How many minutes did it really last?",
      "Who attended it was there for all of them; who came late or left early for the minutes that are recorded."
    ),
    deliverers: tagged("staff", idsOf("staff", 4), "Who really taught it?"),
    supervisedBy: whoSupervises,
    reason: why
  }
})

/** What trainees made up of their attendance of the session. */
function* madeUpOf(cohort: string, session: SessionKey): Reading<ReadonlyArray<Following>> {
  const trainings = yield* readAll(Training, yield* read(TrainingsIn, cohort))
  return trainings.flatMap(({ attendance, madeUp }) => {
    const own = attendance.filter((one) => one.session === session && one.cohort === cohort).map(({ event }) => event)
    return madeUp.filter(({ missed }) => own.includes(missed)).map(({ on }): Following => ["SESSION_MADE_UP", on])
  })
}

/** Who observed the session did so on the day on which it turns out to have been held. */
const observedOn = (
  { cohort: of, heldOn }: { readonly cohort: string; readonly heldOn: LocalDate },
  cohort: Cohort,
  before: Parameters<typeof withCompany>[2]
): ReadonlyArray<Occurrence> =>
  before.observers.length === 0 || heldOn === before.delivered.on
    ? []
    : [withCompany(of, cohort, { ...before, delivered: { ...before.delivered, on: heldOn } }, before)]

export const correctTrainingSession = decision(
  CorrectTrainingSession,
  [KeepTheOrderOfEvents, StayBeforeWhatFollowed, NameOnlyStaffInPost],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "CorrectTrainingSession")
    if (refused !== null) return refused
    const { deliverers, heldOn, minutes, session, supervisedBy } = command
    const before = sessionIn(cohort, session)
    if (before === null || before.delivered === null) return cohortNotNow(cohort, "The session was not delivered")
    const { delivered } = before
    if (deliverers.length === 0) return cohortNotNow(cohort, "Name at least one who taught it")
    const lost = minutesLost(before)
    if (minutes < lost) {
      return cohortNotNow(cohort, `Interruptions of ${sayMinutes(lost)} are recorded. Strike out what is wrong of them`)
    }
    const [started, finished] = (["Running", "Delivered"] as const).map((step) =>
      cohort.steps.find(({ to }) => to === step)?.on ?? null
    )
    return judge(
      inOrder([heldOn, started ?? null]),
      beforeWhatFollowed(heldOn, [
        ["DELIVERY_FINISHED", finished ?? null],
        ...yield* madeUpOf(command.cohort, session)
      ]),
      yield* everybodyInPost([...deliverers, supervisedBy], heldOn)
    ).accept(() => [
      TrainingSessionCorrected.make({
        of: command.cohort,
        on: heldOn,
        corrects: delivered.event,
        data: {
          ...keysOf(cohort),
          session,
          heldOn,
          minutes,
          deliverers,
          ...supervised(supervisedBy),
          formerDeliverers: before.deliverers,
          ...(before.supervisedBy === null ? {} : { formerSupervisor: before.supervisedBy })
        }
      }),
      ...observedOn(command, cohort, { ...before, delivered })
    ])
  }
)

export const VoidTrainingSession = command("cohort", "VoidTrainingSession", {
  title: "Strike out that a session was held",
  says: "The session was recorded as held and never was: it is planned as before, and no attendance of it counts",
  fields: { cohort: whichCohort, session: whichSession, reason: why }
})

/** The attendance of the session that stands in the trainees' records, struck out. */
function* attendanceVoided(cohort: string, session: SessionKey): Reading<ReadonlyArray<Occurrence>> {
  const ids = yield* read(TrainingsIn, cohort)
  const trainings = yield* readAll(Training, ids)
  return trainings.flatMap((training, index) =>
    training.attendance.filter((one) => one.session === session && one.cohort === cohort).map(({ event, on }) =>
      AttendanceVoided.make({ of: ids[index] ?? "", on, corrects: event, data: { ...trainingKeys(training), session } })
    )
  )
}

export const voidTrainingSession = decision(VoidTrainingSession, [], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "VoidTrainingSession")
  if (refused !== null) return refused
  const { session } = command
  const held = sessionIn(cohort, session)
  if (held === null || held.delivered === null) return cohortNotNow(cohort, "The session is not recorded as held")
  const { delivered, deliverers, observers } = held
  const attendance = yield* attendanceVoided(command.cohort, session)
  return judge().accept(() => [
    TrainingSessionVoided.make({
      of: command.cohort,
      on: delivered.on,
      corrects: delivered.event,
      data: { ...keysOf(cohort), session, formerDeliverers: deliverers, formerObservers: observers }
    }),
    ...attendance
  ])
})

export const RecordSessionInterruption = command("cohort", "RecordSessionInterruption", {
  title: "Record an interruption of a session",
  says: "For so many minutes nobody was taught; they come off what everybody who was present attended",
  fields: {
    cohort: whichCohort,
    session: whichSession,
    minutes: open(aCount(1, 600), "How many minutes were lost?"),
    cause: whichCause
  }
})

export const recordSessionInterruption = decision(RecordSessionInterruption, [], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "RecordSessionInterruption")
  if (refused !== null) return refused
  const held = sessionIn(cohort, command.session)
  if (held === null || held.delivered === null) return cohortNotNow(cohort, "The session was not delivered")
  const { delivered, minutes } = held
  const left = minutes - minutesLost(held)
  if (command.minutes > left) {
    return cohortNotNow(cohort, `Only ${left} of its ${sayMinutes(minutes)} ${left === 1 ? "is" : "are"} left`)
  }
  return judge().accept(() => [
    TrainingSessionInterrupted.make({
      of: command.cohort,
      on: delivered.on,
      data: { ...keysOf(cohort), session: command.session, minutes: command.minutes, cause: command.cause }
    })
  ])
})

export const VoidSessionInterruption = command("cohort", "VoidSessionInterruption", {
  title: "Strike out an interruption",
  says: "The session was not interrupted like that; the entry stays visible and counts no longer",
  fields: { cohort: whichCohort, entry: open(idOf("event"), "Which interruption?"), reason: why }
})

export const voidSessionInterruption = decision(VoidSessionInterruption, [], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "VoidSessionInterruption")
  if (refused !== null) return refused
  const held = cohort.sessions.find(({ interruptions }) => interruptions.some(({ event }) => event === command.entry))
  const entry = held?.interruptions.find(({ event }) => event === command.entry)
  if (held === undefined || entry === undefined) return cohortNotNow(cohort, "There is no such interruption")
  return judge().accept(() => [
    TrainingInterruptionVoided.make({
      of: command.cohort,
      on: entry.on,
      corrects: entry.event,
      data: { ...keysOf(cohort), session: held.session }
    })
  ])
})

export const AcceptTrainingSession = command("cohort", "AcceptTrainingSession", {
  title: "Decide that a session counts",
  says: "Two members of staff decide that a session counts although nobody accredited taught or supervised it",
  fields: {
    cohort: whichCohort,
    session: whichSession,
    ground: open(aGround, "On which ground?"),
    agreedBy: tagged("staff", idOf("staff"), "Which other member of staff agreed?"),
    on: onWhichDay,
    reason: why
  }
})

export const acceptTrainingSession = decision(
  AcceptTrainingSession,
  [CountNoSessionWithoutTheOther, AgreeOnNothingYouTaught, NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command, { actor }) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "AcceptTrainingSession")
    if (refused !== null) return refused
    const { agreedBy, ground, on, session } = command
    const held = sessionIn(cohort, session)
    if (held === null || held.delivered === null) return cohortNotNow(cohort, "The session was not delivered")
    const taughtBy = trainersOf([held])
    const accredited = yield* accreditations(taughtBy)
    if (sessionCounts(held, accredited)) return cohortNotNow(cohort, "The session counts; there is nothing to decide")
    return judge(
      CountNoSessionWithoutTheOther.asks({ samePerson: agreedBy === actor.id }),
      AgreeOnNothingYouTaught.asks({ theirOwn: taughtBy.includes(agreedBy) || taughtBy.includes(actor.id) }),
      yield* everybodyInPost([agreedBy], on),
      inOrder([on, held.delivered.on])
    ).accept(() => [
      TrainingSessionAccepted.make({
        of: command.cohort,
        on,
        data: { ...keysOf(cohort), session, ground, agreedBy }
      })
    ])
  }
)
