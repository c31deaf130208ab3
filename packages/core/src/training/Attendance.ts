/**
 * Attendance: a whole session in one command, in minutes; what was missed is made up, what was wrong is corrected.
 */
import { Cohort, sessionIn } from "../cohort/Cohort.ts"
import { whichCohort } from "../cohort/CohortPlan.ts"
import { supervised, whichSession, whoSupervises } from "../cohort/CohortSessions.ts"
import { cohortNotNow, refusedNow as cohortRefusedNow } from "../cohort/cohortSteps.ts"
import type { Role } from "../language/Actor.ts"
import { command } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aPastDate, idOf, idsOf } from "../language/Kind.ts"
import { daysBetween } from "../language/LocalDate.ts"
import { rowsOf } from "../language/Rows.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import { everybodyInPost } from "../staff/everybodyInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { accreditations, taughtByAccredited, trainersOf } from "./Accreditation.ts"
import { attendanceFits, marksIn, minutesMeant, otherwiseThan, standsAlready } from "./AttendanceSheet.ts"
import { whichTraining, why } from "./Enrolment.ts"
import { CorrectLateWithAuthority } from "./rules/CorrectLateWithAuthority.ts"
import { MakeUpNoMoreThanIsMissing } from "./rules/MakeUpNoMoreThanIsMissing.ts"
import { MakeUpWithSomebodyAccredited } from "./rules/MakeUpWithSomebodyAccredited.ts"
import { OverwriteNoAttendance } from "./rules/OverwriteNoAttendance.ts"
import { RecordAttendanceInTime } from "./rules/RecordAttendanceInTime.ts"
import { WriteMinutesAsTheyWere } from "./rules/WriteMinutesAsTheyWere.ts"
import { sessionTitles } from "./SessionCatalogue.ts"
import type { SessionKey } from "./SessionCatalogue.ts"
import { missingOf, presentOf, sessionsMet } from "./sessionsMet.ts"
import { mayStillMeet, refusedEntry } from "./stillToMeet.ts"
import { isOfNow, Training } from "./Training.ts"
import { anOutcome, AttendanceCorrected, AttendanceRecorded, TrainingSessionMadeUp } from "./TrainingEvents.ts"
import { keysOf, recordOf } from "./TrainingRecord.ts"
import { refusedNow, trainingNotNow } from "./trainingSteps.ts"

const minutesHint = "Attended is the whole session. For late or left early, how long they were there, interruptions " +
  "not taken off."

export const RecordSessionAttendance = command("cohort", "RecordSessionAttendance", {
  title: "Record the attendance of a session",
  says: "Records how everybody was present at a session, in one go",
  fields: {
    cohort: whichCohort,
    session: whichSession,
    attendance: open(
      rowsOf({
        trainee: open(idOf("training"), "Trainee"),
        outcome: open(anOutcome, "Outcome"),
        minutes: optional(open(aCount(0, 600), "Minutes present"))
      }),
      "Who was there?",
      minutesHint
    )
  }
})

/** Why the attendance cannot be recorded for one of these trainees; null where it can. */
function* rowProblem(trainings: ReadonlyArray<Training>, cohort: string): Reading<string | null> {
  for (const training of trainings) {
    if (training.cohort !== cohort) return "Somebody who is not in this cohort was named"
    if (yield* mayStillMeet(training)) continue
    return training.status === "Completed"
      ? "Somebody whose training is completed and lacks no session was named"
      : "Somebody whose training is no longer open was named"
  }
  return null
}

export const recordSessionAttendance = decision(
  RecordSessionAttendance,
  [OverwriteNoAttendance, WriteMinutesAsTheyWere, RecordAttendanceInTime],
  function*(command, { today }) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = cohortRefusedNow(cohort, "RecordSessionAttendance")
    if (refused !== null) return refused
    const { attendance, session } = command
    const held = sessionIn(cohort, session)
    if (held === null || (held.delivered === null && held.writtenOff === null)) {
      return cohortNotNow(cohort, "The session was neither held nor written off. Record that first")
    }
    if (attendance.length === 0) return cohortNotNow(cohort, "Name at least one trainee")
    const trainings = yield* readAll(Training, attendance.map(({ trainee }) => trainee))
    const problem = yield* rowProblem(trainings, command.cohort)
    if (problem !== null) return cohortNotNow(cohort, problem)
    const scheme = yield* read(Scheme, cohort.scheme)
    const marks = marksIn(attendance, trainings, { cohort: command.cohort, session: held })
    const added = marks.filter((mark) => !standsAlready(mark))
    if (added.length === 0) {
      return cohortNotNow(cohort, `${sessionTitles[session]} is recorded like that already, for everybody named`)
    }
    const of = held.minutes
    const on = (held.delivered ?? held.writtenOff ?? held.planned).on
    return judge(
      OverwriteNoAttendance.asks({ session, attendance: added.flatMap(otherwiseThan) }),
      WriteMinutesAsTheyWere.asks({
        unlike: marks.filter((one) => !attendanceFits(one.outcome, one.minutes, of)).length,
        of
      }),
      RecordAttendanceInTime.asks(
        { daysLate: Math.max(0, daysBetween(on, today)) },
        { days: limitOn(scheme, "lateRecordingDays", on) }
      )
    ).accept(() =>
      added.map(({ minutes, outcome, trainee, training }) =>
        AttendanceRecorded.make({
          of: trainee,
          on,
          data: { ...keysOf(training), cohort: command.cohort, session, outcome, minutes: minutes ?? 0, of }
        })
      )
    )
  }
)

/** Roles that may correct attendance after the days that everybody has. */
const mayCorrectLate: ReadonlyArray<Role> = ["coordinator", "safeguarding"]

export const CorrectAttendance = command("training", "CorrectAttendance", {
  title: "Correct an attendance",
  says: "The trainee was present otherwise than was recorded; what follows from it is derived anew",
  fields: {
    training: whichTraining,
    entry: open(idOf("event"), "Which attendance?"),
    outcome: open(anOutcome, "How were they really present?"),
    minutes: optional(open(aCount(0, 600), "How many minutes were they really there?", minutesHint)),
    reason: why
  }
})

export const correctAttendance = decision(
  CorrectAttendance,
  [WriteMinutesAsTheyWere, CorrectLateWithAuthority],
  function*(command, { actor, today }) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "CorrectAttendance")
    if (refused !== null) return refused
    const { outcome } = command
    const entry = training.attendance.find(({ event }) => event === command.entry)
    if (entry === undefined) return trainingNotNow(training, "The training has no such attendance")
    const { on, session } = entry
    const held = sessionIn(yield* read(Cohort, entry.cohort), session)
    const { of } = presentOf({ ...entry, outcome }, held)
    const minutes = command.minutes ?? minutesMeant(outcome, of)
    if (entry.outcome === outcome && presentOf(entry, held).minutes === minutes) {
      return trainingNotNow(training, "The attendance is recorded like that already")
    }
    const scheme = yield* read(Scheme, training.scheme)
    return judge(
      WriteMinutesAsTheyWere.asks({ unlike: attendanceFits(outcome, minutes, of) ? 0 : 1, of }),
      CorrectLateWithAuthority.asks(
        { daysLate: Math.max(0, daysBetween(on, today)), mayCorrectLate: mayCorrectLate.includes(actor.role) },
        { days: limitOn(scheme, "lateRecordingDays", on) }
      )
    ).accept(() => [
      AttendanceCorrected.make({
        of: command.training,
        on,
        corrects: entry.event,
        data: { ...keysOf(training), session, outcome, minutes: minutes ?? 0 }
      })
    ])
  }
)

export const RecordSessionMakeUp = command("training", "RecordSessionMakeUp", {
  title: "Record that a session was made up",
  says: "The trainee was taught what they had missed of a session, or what was left to learn of a credit",
  fields: {
    training: whichTraining,
    session: whichSession,
    minutes: open(aCount(1, 600), "How many minutes?"),
    deliverers: tagged("staff", idsOf("staff", 4), "Who taught it?"),
    supervisedBy: whoSupervises,
    on: open(aPastDate, "On which day was it made up?", "For example, 27 3 2016.")
  }
})

export const recordSessionMakeUp = decision(
  RecordSessionMakeUp,
  [MakeUpNoMoreThanIsMissing, MakeUpWithSomebodyAccredited, NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command, { today }) {
    const training = yield* read(Training, command.training)
    const refused = yield* refusedEntry(training, "RecordSessionMakeUp")
    if (refused !== null) return refused
    const { deliverers, minutes, on, session, supervisedBy } = command
    const ofSession = <F extends { readonly session: SessionKey }>(facts: ReadonlyArray<F>) =>
      facts.filter((one) => one.session === session)
    const { attendance, credits, moved } = training
    const standing = ofSession(sessionsMet(yield* recordOf(training), today))
    const isLeft = ofSession(attendance).length > 0 ||
      standing.some(({ how }) => how === "Partial" || how === "NotCounted")
    const facts = [
      ...(moved !== null && isLeft ? [moved] : []),
      ...ofSession(credits).filter(isOfNow(training)).slice(-1).filter((one) => !one.inFull),
      ...ofSession(attendance).filter(isOfNow(training))
    ]
    const missed = facts.filter((one) => one.on <= on).at(-1) ?? facts.at(-1)
    if (missed === undefined) {
      return trainingNotNow(
        training,
        "Nothing is recorded of that session that could be made up. Record the attendance first"
      )
    }
    if (deliverers.length === 0) return trainingNotNow(training, "Name at least one who taught it")
    const taught = { session, deliverers, supervisedBy: supervisedBy ?? null }
    return judge(
      MakeUpNoMoreThanIsMissing.asks({ minutes, missing: standing.map(missingOf)[0] ?? 0 }),
      MakeUpWithSomebodyAccredited.asks({
        accredited: taughtByAccredited(taught, on, yield* accreditations(trainersOf([taught])))
      }),
      yield* everybodyInPost([...deliverers, supervisedBy], on),
      inOrder([on, missed.on])
    ).accept(() => [
      TrainingSessionMadeUp.make({
        of: command.training,
        on,
        data: { ...keysOf(training), session, missed: missed.event, minutes, deliverers, ...supervised(supervisedBy) }
      })
    ])
  }
)
