/**
 * Courses in which staff try something a moment before it may be done, for games of two actors: what is still missing
 * comes only after they were refused. So a law that asks for too little is found, and not only one that asks for nothing.
 */
import { SuspendAppointment } from "../appointment/Suspension.ts"
import { ReclassifyEscalation } from "../escalation/EscalationKind.ts"
import { HandOverEscalation, RedirectEscalation } from "../escalation/EscalationOwnership.ts"
import { RaiseEscalation } from "../escalation/EscalationRaising.ts"
import type { Given } from "../language/Command.ts"
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { OpenNonAssociation } from "../nonassociation/NonAssociationDecisions.ts"
import { RecordRelease, RecordReturn, RecordTemporaryDeparture } from "../person/PersonMovements.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { publishedTemplates } from "../template/PublishedTemplates.ts"
import { RecordSessionMakeUp } from "../training/Attendance.ts"
import { DecideTrainingCompletion } from "../training/CompletionDecisions.ts"
import { newcomer } from "./Courses.ts"
import { attend, attended, deliver, facilitator, nurse, wessTraining, willsTraining } from "./SmallCourse.ts"
import {
  acknowledge,
  activate,
  assess,
  begin,
  kay,
  lee,
  max,
  maxsRole,
  mo,
  mosRole,
  plan,
  propose,
  scheme,
  select,
  start,
  supportWorker,
  train,
  trainer
} from "./SmallPrison.ts"
import type { Course } from "./TwoActors.ts"

type Step = (on: LocalDate) => Given

/** First the act, then what it lacks, each as often as it takes, and then the act. */
const tooEarly = (act: Step, lacks: Step): ReadonlyArray<Step> => {
  let isTried = false
  const first: Step = (on) => {
    const given = isTried ? lacks(on) : act(on)
    isTried = true
    return given
  }
  return [first, act]
}

/** One of the steps towards a role without shadowing comes only after it was tried without it. */
const oneStepShort: Course = ({ fresh, roll }) => {
  const [appointment, person] = [fresh(), fresh()]
  const steps: ReadonlyArray<Step> = [
    (on) => assess(appointment, on, addDays(on, 365)),
    (on) => acknowledge(appointment, on),
    (on) => select(appointment, on),
    (on) => train(appointment, on)
  ]
  const left = roll(steps.length)
  const appoint: Step = (on) => ({ ...activate(appointment, on), payBand: 2 })
  return [
    newcomer(person, roll(9000)),
    (on) => propose(appointment, person, on, trainer),
    (on) => begin(appointment, on),
    ...steps.filter((_, index) => index !== left),
    ...tooEarly(appoint, steps[left] ?? appoint)
  ]
}

/** What keeps days of a shadowing from counting: the mentor, the new worker, or that they are kept apart. */
const hindrances = (of: string, person: string, [mentor, mentorsRole]: readonly [string, string], record: string) => {
  const suspend = (appointment: string): Step => (on) =>
    SuspendAppointment.make({
      appointment,
      from: on,
      until: addDays(on, 3),
      reviewBy: addDays(on, 2),
      paid: false,
      reason: "HEALTH"
    })
  const leave = (who: string): ReadonlyArray<Step> => [
    (on) => RecordTemporaryDeparture.make({ person: who, reason: "COURT", on }),
    (on) => RecordReturn.make({ person: who, on })
  ]
  return [
    [suspend(mentorsRole)],
    [suspend(of)],
    leave(mentor),
    leave(person),
    [(on: LocalDate) =>
      OpenNonAssociation.make({
        nonassociation: record,
        person: mentor,
        other: person,
        level: "LANDING",
        reason: "They fell out",
        on
      })]
  ]
}

/** Somebody shadows, and something comes between. */
const interrupted: Course = ({ fresh, roll }) => {
  const [appointment, person, shadowing, record] = [fresh(), fresh(), fresh(), fresh()]
  const mentor = ([[max, maxsRole], [mo, mosRole]] as const)[roll(2)] ?? [max, maxsRole]
  const between = hindrances(appointment, person, mentor, record)
  return [
    newcomer(person, roll(9000)),
    (on) => propose(appointment, person, on, supportWorker),
    (on) => begin(appointment, on),
    (on) => assess(appointment, on, addDays(on, 365)),
    (on) => acknowledge(appointment, on),
    (on) => select(appointment, on),
    (on) => train(appointment, on),
    (on) => plan(on, mentor[0], on, appointment, shadowing),
    (on) => start(on, shadowing),
    ...between[roll(between.length)] ?? [],
    (on) => SignOffShadowing.make({ shadowing, on })
  ]
}

/** A session is held to its last minute but one, or by somebody who is not accredited. */
const aMinuteShort: Course = ({ roll }) => {
  const sessions = publishedTemplates.TEMPLATE_2.sessions.map(({ session }) => session)
  const one = sessions[roll(sessions.length)] ?? "LOSS"
  const isTaughtByNurse = roll(2) === 0
  const decide: Step = (on) => DecideTrainingCompletion.make({ training: willsTraining, decidedBy: kay, on })
  return [
    ...sessions.flatMap((session): ReadonlyArray<Step> => [
      () => deliver(session, session === one && isTaughtByNurse ? { deliverers: [nurse] } : {}),
      () =>
        session === one && !isTaughtByNurse
          ? attend(session, { trainee: willsTraining, outcome: "LATE", minutes: 59 }, ...attended(wessTraining))
          : attend(session, ...attended(willsTraining, wessTraining))
    ]),
    ...tooEarly(decide, (on) =>
      RecordSessionMakeUp.make({
        training: willsTraining,
        session: one,
        minutes: isTaughtByNurse ? 60 : 1,
        deliverers: [facilitator],
        on
      }))
  ]
}

/** A concern that changes its urgency and hands, in time or too late. */
const throughManyHands: Course = ({ fresh, roll }) => {
  const escalation = fresh()
  return [
    () => RaiseEscalation.make({ escalation, scheme, category: "HEALTH", urgency: "SAME_DAY", basis: "AGREED" }),
    () => HandOverEscalation.make({ escalation, receiver: [kay, lee][roll(2)] ?? kay, means: "IN_PERSON" }),
    () => ReclassifyEscalation.make({ escalation, urgency: "ROUTINE", reason: "It can wait" }),
    () => RedirectEscalation.make({ escalation, receiver: [lee, kay][roll(2)] ?? lee, reason: "They know more" })
  ]
}

/** Something is begun for somebody who has just died. */
const afterADeath: Course = ({ fresh, roll }) => {
  const [appointment, person, died] = [fresh(), fresh(), roll(2) === 0]
  return [
    newcomer(person, roll(9000)),
    (on) => propose(appointment, person, on, supportWorker),
    (on) => RecordRelease.make({ person, reason: died ? "DIED" : "RELEASED", on }),
    (on) => begin(appointment, died ? addDays(on, -1) : on)
  ]
}

export const coursesTooEarly: ReadonlyArray<Course> = [
  oneStepShort,
  interrupted,
  interrupted,
  aMinuteShort,
  throughManyHands,
  afterADeath
]
