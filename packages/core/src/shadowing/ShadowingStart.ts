/**
 * How a shadowing placement begins: it is planned for an appointment, it starts, and its mentor may be replaced.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { statusOn } from "../appointment/AppointmentStatus.ts"
import { appointmentNotNow, closedAlready } from "../appointment/appointmentSteps.ts"
import { readSchooled } from "../appointment/Schooling.ts"
import { holderOf, isOpenOn, readySince } from "../appointment/Standing.ts"
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
import type { Identity } from "../person/Identity.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { isRunningOn, limitOn, notRunning, roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { supervisionsOf } from "../supervision/Supervision.ts"
import { mentorRuleList, mentorRules } from "./MentorRules.ts"
import { keysOf, placementsFor } from "./Placement.ts"
import { RecordTheStartInTime } from "./rules/RecordTheStartInTime.ts"
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
  if (appointment.step === "Unknown") return closedAlready(appointment)
  const scheme = yield* read(Scheme, appointment.scheme)
  const profile = roleProfileOf(scheme, appointment.roleProfile, on)
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
    roleProfile: appointment.roleProfile,
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
      roleProfile: appointment.roleProfile,
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
    const { scheme } = shadowing
    const appointment = yield* read(Appointment, shadowing.appointment)
    const worker = yield* holderOf(appointment)
    const { roleProfile } = appointment
    const rules = yield* mentorRules({ ...command, worker, scheme, roleProfile, decidedOn: command.on })
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
