/**
 * How an appointment ends, and how what was recorded in error is put right.
 */
import { command, deriving } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aDate, aPastDate, idOf, text, yesOrNo } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { beforeWhatFollowed } from "../record/beforeWhatFollowed.ts"
import type { Following } from "../record/beforeWhatFollowed.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { StayBeforeWhatFollowed } from "../record/rules/StayBeforeWhatFollowed.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { TakeTwoToAgree } from "../staff/rules/TakeTwoToAgree.ts"
import { Staff } from "../staff/Staff.ts"
import { Appointment } from "./Appointment.ts"
import { appointmentEntries } from "./AppointmentEntries.ts"
import { othersOpen, whichAppointment } from "./AppointmentEntry.ts"
import { endReason, removals } from "./AppointmentKeys.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { isFromBefore } from "./Requirements.ts"
import { HoldOneOpenAppointmentPerRole } from "./rules/HoldOneOpenAppointmentPerRole.ts"
import { readSchooled } from "./Schooling.ts"
import { holderOf, standingsOf } from "./Standing.ts"
import { startRuleList, startRules } from "./StartOnAnotherDay.ts"
import {
  AppointmentEndCorrected,
  AppointmentEnded,
  AppointmentEndPlanned,
  AppointmentFactVoided,
  AppointmentReopened,
  AppointmentStartCorrected,
  AppointmentVoided
} from "./TenureEvents.ts"
import { beganByActivation } from "./TimeInRole.ts"

const conduct = { subject: "person", keep: "conduct" } as const
const why = personal(
  text(1000, true),
  { subject: "person", keep: "administration" },
  "What is the reason?",
  "Do not include names of other people."
)
const becauseOf = personal(endReason, conduct, "What is the reason?")

export const PlanAppointmentEnd = command("appointment", "PlanAppointmentEnd", {
  title: "Plan the end",
  says: "Decides on which day the appointment will end",
  fields: {
    appointment: whichAppointment,
    endsOn: open(aDate, "On which day will it end?", "The first day on which they no longer work in the role."),
    reason: becauseOf,
    on: open(aPastDate, "On which day was this decided?", "For example, 27 4 2016.")
  }
})

export const planAppointmentEnd = decision(PlanAppointmentEnd, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "PlanAppointmentEnd")
  if (refused !== null) return refused
  if (appointment.plannedEnd?.endsOn === command.endsOn) {
    return nothingLikeIt(appointment, "The end is planned for that day already")
  }
  return judge(inOrder([command.endsOn, command.on])).accept(() => [
    AppointmentEndPlanned.make({
      of: command.appointment,
      on: command.on,
      data: { ...keysOf(appointment), endsOn: command.endsOn }
    })
  ])
})

export const EndAppointment = deriving(
  "appointment",
  "EndAppointment",
  {
    title: "End the appointment",
    says: "The appointment is over from this day",
    fields: {
      appointment: whichAppointment,
      reason: becauseOf,
      on: open(aPastDate, "From which day?", "The first day on which they no longer work in the role.")
    }
  },
  { removed: open(yesOrNo, "Removed by staff") },
  ({ reason }) => ({ removed: removals.includes(reason) })
)

/** The day before which it cannot have ended. */
const beganOn = ({ activated, begun }: Appointment): LocalDate | null => activated?.on ?? begun?.on ?? null

export const endAppointment = decision(EndAppointment, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "EndAppointment")
  if (refused !== null) return refused
  return judge(inOrder([command.on, beganOn(appointment)])).accept(() => [
    AppointmentEnded.make({
      of: command.appointment,
      on: command.on,
      data: { ...keysOf(appointment), removed: command.removed }
    })
  ])
})

export const VoidAppointment = command("appointment", "VoidAppointment", {
  title: "Void the appointment",
  says: "The appointment was recorded in error; it counts for nothing and stays visible",
  fields: {
    appointment: whichAppointment,
    agreedBy: tagged("staff", idOf("staff"), "Which other member of staff agreed?"),
    reason: why,
    on: open(aPastDate, "On which day was this decided?", "For example, 27 4 2016.")
  }
})

export const voidAppointment = decision(
  VoidAppointment,
  [TakeTwoToAgree, NameOnlyStaffInPost],
  function*(command, { actor }) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "VoidAppointment")
    if (refused !== null) return refused
    const staff = yield* read(Staff, command.agreedBy)
    return judge(
      TakeTwoToAgree.asks({ samePerson: command.agreedBy === actor.id }),
      namedInPost(command.on, staff)
    ).accept(() => [
      AppointmentVoided.make({
        of: command.appointment,
        on: command.on,
        ...(appointment.begun === null ? {} : { corrects: appointment.begun.event }),
        data: { ...keysOf(appointment), agreedBy: command.agreedBy }
      })
    ])
  }
)

export const StrikeOutAppointmentEntry = command("appointment", "StrikeOutAppointmentEntry", {
  title: "Strike out an entry",
  says:
    "An assessment, acknowledgement, unit, consideration, advice, training, suspension or restriction was recorded " +
    "in error and counts no longer",
  fields: { appointment: whichAppointment, entry: open(idOf("event"), "Which entry?"), reason: why }
})

export const strikeOutAppointmentEntry = decision(StrikeOutAppointmentEntry, [], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "StrikeOutAppointmentEntry")
  if (refused !== null) return refused
  const entry = appointmentEntries(appointment).find((one) => one.event === command.entry)
  if (entry === undefined) {
    return nothingLikeIt(appointment, "The appointment has no such entry that could be struck out")
  }
  return judge().accept(() => [
    AppointmentFactVoided.make({
      of: command.appointment,
      on: entry.on,
      corrects: entry.event,
      data: { ...keysOf(appointment), voided: entry.event }
    })
  ])
})

export const CorrectAppointmentStart = command("appointment", "CorrectAppointmentStart", {
  title: "Correct the start of an appointment",
  says: "The worker has been in the role from another day than was recorded",
  fields: {
    appointment: whichAppointment,
    from: open(aPastDate, "From which day were they really in the role?", "For example, 27 3 2016."),
    reason: why
  }
})

/** What was only possible from the start on, by the rules that were asked of it. */
const followedFrom = (appointment: Appointment): ReadonlyArray<Following> => [
  ...appointment.restrictions.map(({ from }): Following => ["RESTRICTED", from]),
  ...appointment.supervisorChangedOn.map((on): Following => ["SUPERVISOR_CHANGED", on]),
  // Whoever was selected may refuse a task from that day on, before they are in the role
  ...(isFromBefore(appointment) ? appointment.refused : []).map(({ on }): Following => ["TASK_REFUSED", on])
]

const rulesOfStart = [...startRuleList, StayBeforeWhatFollowed] as const

export const correctAppointmentStart = decision(CorrectAppointmentStart, rulesOfStart, function*(command) {
  const appointment = yield* readSchooled(command.appointment)
  const refused = refusedNow(appointment, "CorrectAppointmentStart")
  if (refused !== null) return refused
  const start = beganByActivation(appointment) ? appointment.activated : appointment.begun
  if (start === null) return nothingLikeIt(appointment, "The appointment has no start yet")
  if (appointment.inRole?.from === command.from) {
    return nothingLikeIt(appointment, "The start is recorded for that day already")
  }
  const rules = yield* startRules(command.appointment, appointment, command.from)
  if ("_tag" in rules) return rules
  return judge(...rules, beforeWhatFollowed(command.from, followedFrom(appointment))).accept(() => [
    AppointmentStartCorrected.make({
      of: command.appointment,
      on: command.from,
      corrects: start.event,
      data: { ...keysOf(appointment), from: command.from }
    })
  ])
})

export const CorrectAppointmentEnd = command("appointment", "CorrectAppointmentEnd", {
  title: "Correct the end of an appointment",
  says: "The appointment ended on another day than was recorded",
  fields: {
    appointment: whichAppointment,
    endedOn: open(aPastDate, "On which day did it really end?", "For example, 27 4 2016."),
    reason: why
  }
})

/** When the same person was proposed for the same role again, after the day on which the appointment ended. */
function* appliedAgain(appointment: Appointment, ended: LocalDate): Reading<ReadonlyArray<Following>> {
  const { establishment, roleProfile } = appointment
  const holder = yield* holderOf(appointment)
  const standings = yield* standingsOf([holder.id])
  return standings.flatMap(({ appointments }) => appointments).flatMap((other): ReadonlyArray<Following> => {
    const isAgain = other.roleProfile === roleProfile && other.establishment === establishment &&
      other.begun !== null && other.begun.event !== appointment.begun?.event && other.begun.on >= ended
    return isAgain ? [["APPLIED_AGAIN", other.begun.on]] : []
  })
}

export const correctAppointmentEnd = decision(
  CorrectAppointmentEnd,
  [KeepTheOrderOfEvents, StayBeforeWhatFollowed],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "CorrectAppointmentEnd")
    if (refused !== null) return refused
    if (appointment.ended === null) return nothingLikeIt(appointment, "The appointment has not ended")
    const { ended } = appointment
    if (ended.on === command.endedOn) return nothingLikeIt(appointment, "The end is recorded for that day already")
    return judge(
      inOrder([command.endedOn, beganOn(appointment)]),
      beforeWhatFollowed(command.endedOn, yield* appliedAgain(appointment, ended.on))
    ).accept(() => [
      AppointmentEndCorrected.make({
        of: command.appointment,
        on: command.endedOn,
        corrects: ended.event,
        data: { ...keysOf(appointment), endedOn: command.endedOn }
      })
    ])
  }
)

export const ReopenAppointment = command("appointment", "ReopenAppointment", {
  title: "Reopen an appointment",
  says: "That the appointment ended, or was declined, was recorded in error; it goes on as before",
  fields: {
    appointment: whichAppointment,
    on: open(aPastDate, "On which day was this found out?", "For example, 27 4 2016."),
    reason: why
  }
})

export const reopenAppointment = decision(
  ReopenAppointment,
  [KeepTheOrderOfEvents, HoldOneOpenAppointmentPerRole],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "ReopenAppointment")
    if (refused !== null) return refused
    const { closed, establishment, roleProfile } = appointment
    if (closed === null || establishment === null) return nothingLikeIt(appointment, "The appointment is open")
    const holder = yield* holderOf(appointment)
    const [standing] = yield* standingsOf([holder.id])
    const others = standing === undefined ? 0 : othersOpen(standing, roleProfile, establishment)
    return judge(inOrder([command.on, closed.on]), HoldOneOpenAppointmentPerRole.asks({ others })).accept(() => [
      AppointmentReopened.make({
        of: command.appointment,
        on: command.on,
        corrects: closed.event,
        data: keysOf(appointment)
      })
    ])
  }
)
