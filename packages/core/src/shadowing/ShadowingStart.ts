/**
 * How a shadowing placement begins: it is planned for an appointment, it starts, and its mentor may be replaced.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { statusOn } from "../appointment/AppointmentStatus.ts"
import { appointmentNotNow, closedAlready } from "../appointment/appointmentSteps.ts"
import { validitiesOn, validityOn } from "../appointment/Lapse.ts"
import { readSchooled } from "../appointment/Schooling.ts"
import {
  holderOf,
  inRoleSince,
  isOpenOn,
  mayMentorOn,
  mayWorkOn,
  readySince,
  standingsOf
} from "../appointment/Standing.ts"
import type { Standing } from "../appointment/Standing.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { aDate, aPastDate, idOf, text } from "../language/Kind.ts"
import { daysBetween } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { coveredBy } from "../language/Period.ts"
import { timesApart } from "../nonassociation/Apart.ts"
import { identityOf, isSamePerson } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { isRunningOn, limitOn, notRunning, roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { isBeyondGrace } from "../supervision/NewWork.ts"
import { TakeOnNothingNewUnsupervised } from "../supervision/rules/TakeOnNothingNewUnsupervised.ts"
import { supervisionsOf } from "../supervision/Supervision.ts"
import { keysOf, othersShadowing, placementsFor, whereTheyMeet } from "./Placement.ts"
import { BeginBesideAMentorInDate } from "./rules/BeginBesideAMentorInDate.ts"
import { KeepApartWhoMustBeApart } from "./rules/KeepApartWhoMustBeApart.ts"
import { RecordTheStartInTime } from "./rules/RecordTheStartInTime.ts"
import { ShadowAMentorWithRoom } from "./rules/ShadowAMentorWithRoom.ts"
import { ShadowAnEligibleMentor } from "./rules/ShadowAnEligibleMentor.ts"
import { ShadowAnExperiencedWorker } from "./rules/ShadowAnExperiencedWorker.ts"
import { ShadowSomebodyElse } from "./rules/ShadowSomebodyElse.ts"
import { isOpen, mentorOf, Shadowing } from "./Shadowing.ts"
import { ShadowingPlanned, ShadowingStarted, ShadowMentorReplaced } from "./ShadowingEvents.ts"
import { nothingLikeIt, refusedNow, shadowingSteps } from "./shadowingSteps.ts"

export const whichShadowing = tagged("shadowing", idOf("shadowing"), "Which shadowing?")
const whichMentor = tagged("person", idOf("person"), "Which experienced worker will be shadowed?")

export const why = personal(
  text(1000, true),
  { subject: "shadower", keep: "scheduling" },
  "What is the reason?",
  "Do not include names of other people."
)

/** Who begins to shadow whom, in which scheme and on which day. */
interface Beginning {
  readonly shadowing: string
  readonly worker: Identity
  readonly mentor: string
  readonly scheme: string
  readonly on: LocalDate
  /** The day on which it is decided: supervision that falls due later is not overdue yet. */
  readonly decidedOn: LocalDate
}

/**
 * Whether nothing has lapsed in one of the mentor's appointments in which they work; where there is none, another rule
 * says so. What lapses after the decision has not lapsed yet.
 */
const isInDate = ({ appointments, person }: Standing, scheme: Scheme, asked: Beginning): boolean => {
  const { decidedOn, on } = asked
  const working = appointments.filter((one) => one.scheme === asked.scheme && mayWorkOn(one, person, on))
  return working.length === 0 || working.some((appointment) => {
    const profile = roleProfileOf(scheme, appointment.roleProfile, decidedOn)
    return validitiesOn({ appointment, profile, scheme }, decidedOn).every((one) =>
      validityOn(one, decidedOn) !== "Lapsed" && validityOn(one, decidedOn) !== "NotPassed"
    )
  })
}

/** What is asked of a mentor on the day on which somebody begins to shadow them. */
export function* mentorRules(asked: Beginning): Reading<
  readonly [
    ReturnType<typeof ShadowSomebodyElse.asks>,
    ReturnType<typeof ShadowAnEligibleMentor.asks>,
    ReturnType<typeof ShadowAMentorWithRoom.asks>,
    ReturnType<typeof ShadowAnExperiencedWorker.asks>,
    ReturnType<typeof KeepApartWhoMustBeApart.asks>,
    ReturnType<typeof BeginBesideAMentorInDate.asks>,
    ReturnType<typeof TakeOnNothingNewUnsupervised.asks>
  ]
> {
  const { on, worker } = asked
  const scheme = yield* read(Scheme, asked.scheme)
  const mentor = yield* identityOf(asked.mentor, on)
  const others = yield* othersShadowing(mentor, asked.shadowing)
  const [standing] = yield* standingsOf([mentor.id])
  const apart = yield* timesApart(worker, mentor, whereTheyMeet)
  const beyondGrace = yield* isBeyondGrace(mentor, asked.scheme, asked.decidedOn)
  return [
    ShadowSomebodyElse.asks({ samePerson: isSamePerson(worker, mentor) }),
    eligibleOn(standing, asked.scheme, on),
    ShadowAMentorWithRoom.asks({ others }, { shadowers: limitOn(scheme, "shadowersPerMentor", on) }),
    ShadowAnExperiencedWorker.asks(
      { inRoleSince: standing === undefined ? null : inRoleSince(standing, asked.scheme, on), on },
      { months: limitOn(scheme, "mentorMonthsInRole", on) }
    ),
    KeepApartWhoMustBeApart.asks({ apart: coveredBy(apart, on) }),
    BeginBesideAMentorInDate.asks({ inDate: standing === undefined || isInDate(standing, scheme, asked) }),
    TakeOnNothingNewUnsupervised.asks({ beyondGrace })
  ]
}

export const mentorRuleList = [
  ShadowSomebodyElse,
  ShadowAnEligibleMentor,
  ShadowAMentorWithRoom,
  ShadowAnExperiencedWorker,
  KeepApartWhoMustBeApart,
  BeginBesideAMentorInDate,
  TakeOnNothingNewUnsupervised
] as const

/** Asks whether the mentor may work on one day. */
export const eligibleOn = (standing: Standing | undefined, scheme: string, on: LocalDate) =>
  ShadowAnEligibleMentor.asks({
    days: 1,
    eligible: standing !== undefined && mayMentorOn(standing, scheme, on) ? 1 : 0
  })

export const PlanShadowing = command("shadowing", "PlanShadowing", {
  title: "Plan shadowing",
  says: "Plans that a new worker, whose training is complete, will shadow an experienced one",
  begins: true,
  fields: {
    shadowing: whichShadowing,
    appointment: tagged("appointment", idOf("appointment"), "Which new worker will shadow?"),
    mentor: whichMentor,
    startOn: open(aDate, "On which day will it start?", "For example, 27 3 2016."),
    on: open(aPastDate, "On which day was it planned?", "For example, 27 3 2016.")
  }
})

/** What a placement of an appointment stands on, when it is planned or goes on after all. */
interface Ground {
  readonly appointment: Appointment
  readonly establishment: EstablishmentCode
  readonly worker: Identity
  readonly days: number
}

/** The worker waits to shadow and the scheme runs on the day; or what stands in the way. */
export function* groundFor(
  id: string,
  placements: ReadonlyArray<Shadowing>,
  on: LocalDate
): Reading<Ground | Judgement<never>> {
  const appointment = yield* readSchooled(id)
  const worker = yield* holderOf(appointment)
  const scheme = yield* read(Scheme, appointment.scheme)
  const profile = roleProfileOf(scheme, appointment.roleProfile)
  const supervisions = yield* supervisionsOf(id)
  const status = statusOn({ appointment, person: worker.person, placements, profile, scheme, supervisions }, on)
  if (!isRunningOn(scheme, on)) return notRunning(scheme)
  const { establishment } = appointment
  const days = limitOn(scheme, "shadowingDays", on)
  if (status.status !== "AwaitingShadowing" || establishment === null || days === null) {
    return appointmentNotNow(appointment, status)
  }
  return { appointment, establishment, worker, days }
}

export const planShadowing = decision(PlanShadowing, [KeepTheOrderOfEvents, ...mentorRuleList], function*(command) {
  const shadowing = yield* read(Shadowing, command.shadowing)
  const refused = refusedNow(shadowing, "PlanShadowing")
  if (refused !== null) return refused
  const placements = yield* placementsFor(command.appointment)
  const under = placements.find(isOpen)
  if (under !== undefined) return wrongMoment("shadowing", under.status, under.changed, shadowingSteps[under.status])
  const ground = yield* groundFor(command.appointment, placements, command.on)
  if ("_tag" in ground) return ground
  const { appointment, days, establishment, worker } = ground
  const rules = yield* mentorRules({
    shadowing: command.shadowing,
    worker,
    mentor: command.mentor,
    scheme: appointment.scheme,
    on: command.startOn,
    decidedOn: command.on
  })
  return judge(inOrder([command.startOn, readySince(appointment)]), ...rules).accept(() => [
    ShadowingPlanned.make({
      of: command.shadowing,
      on: command.on,
      data: {
        shadower: appointment.person,
        mentor: command.mentor,
        appointment: command.appointment,
        scheme: appointment.scheme,
        establishment,
        startOn: command.startOn,
        days
      }
    })
  ])
})

export const StartShadowing = command("shadowing", "StartShadowing", {
  title: "Start shadowing",
  says: "Records the day on which the new worker began to shadow; that day counts",
  fields: { shadowing: whichShadowing, on: open(aPastDate, "On which day did it start?", "For example, 27 3 2016.") }
})

export const startShadowing = decision(
  StartShadowing,
  [KeepTheOrderOfEvents, RecordTheStartInTime, ...mentorRuleList],
  function*(command, { today }) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "StartShadowing")
    if (refused !== null) return refused
    const { on } = command
    const appointment = yield* readSchooled(shadowing.appointment)
    if (!isOpenOn(appointment, on)) return closedAlready(appointment)
    const scheme = yield* read(Scheme, shadowing.scheme)
    if (!isRunningOn(scheme, on)) return notRunning(scheme)
    const worker = yield* holderOf(appointment)
    const rules = yield* mentorRules({
      shadowing: command.shadowing,
      worker,
      mentor: mentorOf(shadowing),
      scheme: shadowing.scheme,
      on,
      decidedOn: on
    })
    return judge(
      inOrder([on, readySince(appointment)]),
      RecordTheStartInTime.asks(
        { daysLate: Math.max(0, daysBetween(on, today)) },
        { days: limitOn(scheme, "lateRecordingDays", on) }
      ),
      ...rules
    ).accept(() => [ShadowingStarted.make({ of: command.shadowing, on, data: keysOf(shadowing) })])
  }
)

export const ReplaceShadowMentor = command("shadowing", "ReplaceShadowMentor", {
  title: "Replace the mentor",
  says: "From a day on, the new worker shadows another experienced worker; days already served stay",
  fields: {
    shadowing: whichShadowing,
    mentor: whichMentor,
    on: open(aPastDate, "From which day?", "On this day the new mentor decides whether it counts."),
    reason: why
  }
})

export const replaceShadowMentor = decision(
  ReplaceShadowMentor,
  [KeepTheOrderOfEvents, ...mentorRuleList],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "ReplaceShadowMentor")
    if (refused !== null) return refused
    if (mentorOf(shadowing) === command.mentor) return nothingLikeIt(shadowing, "That is the mentor already")
    const worker = yield* holderOf(yield* read(Appointment, shadowing.appointment))
    const rules = yield* mentorRules({ ...command, worker, scheme: shadowing.scheme, decidedOn: command.on })
    const lastNamed = shadowing.startedOn === null ? null : shadowing.stints.at(-1)?.from ?? null
    return judge(inOrder([command.on, lastNamed]), ...rules).accept(() => [
      ShadowMentorReplaced.make({
        of: command.shadowing,
        on: command.on,
        data: { ...keysOf(shadowing), mentor: command.mentor, formerMentor: mentorOf(shadowing) }
      })
    ])
  }
)
