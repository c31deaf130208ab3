/**
 * Suspension and restriction: what keeps a worker from the role, or from a part of it, for a time.
 *
 * A suspension may begin today, lie in the past because it was found out late, or be planned. A temporary absence
 * suspends by itself and needs no command: it is derived from where the person is, and ends when they return.
 */
import { command, deriving } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aDate, aPastDate, codes, idOf, text, yesOrNo } from "../language/Kind.ts"
import { addDays, earlier, say } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { inOrder } from "../record/inOrder.ts"
import { isSameList } from "../record/isSameList.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { BeSupervisedBySomebodyCompetent } from "../supervision/rules/BeSupervisedBySomebodyCompetent.ts"
import { supervisionsOf } from "../supervision/Supervision.ts"
import { competentOn } from "../supervision/Supervisor.ts"
import { Appointment } from "./Appointment.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import { adverseReasons, suspensionReason } from "./AppointmentKeys.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { heldAsAsked } from "./HeldAsAsked.ts"
import { atEstablishment, riskAssessed, securityCleared } from "./Requirements.ts"
import { BeClearedBySecurity } from "./rules/BeClearedBySecurity.ts"
import { BeHeldAsTheRoleAsks } from "./rules/BeHeldAsTheRoleAsks.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"
import { ConsiderOtherRoles } from "./rules/ConsiderOtherRoles.ts"
import { holderOf, isAnotherRole, standingsOf } from "./Standing.ts"
import {
  AppointmentReinstated,
  AppointmentRestricted,
  AppointmentRestrictionLifted,
  AppointmentSupervisorChanged,
  AppointmentSuspended,
  AppointmentSuspensionCancelled
} from "./TenureEvents.ts"

const conduct = { subject: "person", keep: "conduct" } as const

export const SuspendAppointment = deriving(
  "appointment",
  "SuspendAppointment",
  {
    title: "Suspend",
    says: "The worker may not work in the role for a time; respite for their wellbeing never counts against them",
    fields: {
      appointment: whichAppointment,
      from: open(aDate, "From which day?", "It may lie in the past, if it was found out late, or ahead."),
      until: optional(
        open(aDate, "Until which day?", "The first day on which they may work again. Leave empty if unknown.")
      ),
      reviewBy: open(aDate, "By when is it reviewed?", "For example, 27 4 2016."),
      paid: open(yesOrNo, "Are they paid meanwhile?"),
      reason: personal(suspensionReason, conduct, "What is the reason?")
    }
  },
  { adverse: open(yesOrNo, "Counts against the worker") },
  ({ reason }) => ({ adverse: adverseReasons.includes(reason) })
)

/** In how many other open appointments the worker is not suspended on the day. */
function* otherRoles(appointment: Appointment, on: LocalDate): Reading<number> {
  const [standing] = yield* standingsOf([(yield* holderOf(appointment)).id])
  return standing?.appointments.filter((one) => isAnotherRole(appointment, one, on)).length ?? 0
}

export const suspendAppointment = decision(
  SuspendAppointment,
  [KeepTheOrderOfEvents, ConsiderOtherRoles],
  function*(command, { today }) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "SuspendAppointment")
    if (refused !== null) return refused
    const { adverse, from, paid, reviewBy, until } = command
    const known = appointment.suspensions.some((one) =>
      one.from === from && one.until === (until ?? null) && one.reviewBy === reviewBy && one.adverse === adverse
    )
    if (known) return nothingLikeIt(appointment, "This suspension is recorded already")
    return judge(
      inOrder([until ?? addDays(from, 1), addDays(from, 1)], [reviewBy, from]),
      ConsiderOtherRoles.asks({ others: yield* otherRoles(appointment, from) })
    ).accept(() => [
      AppointmentSuspended.make({
        of: command.appointment,
        on: earlier(from, today),
        data: { ...keysOf(appointment), from, reviewBy, adverse, paid, ...(until === undefined ? {} : { until }) }
      })
    ])
  }
)

export const CancelAppointmentSuspension = command("appointment", "CancelAppointmentSuspension", {
  title: "Cancel a planned suspension",
  says: "A suspension that has not begun will not take place",
  fields: {
    appointment: whichAppointment,
    suspension: open(idOf("event"), "Which suspension?"),
    on: open(aPastDate, "On which day was this decided?", "For example, 27 3 2016.")
  }
})

export const cancelAppointmentSuspension = decision(
  CancelAppointmentSuspension,
  [KeepTheOrderOfEvents],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "CancelAppointmentSuspension")
    if (refused !== null) return refused
    const suspension = appointment.suspensions.find((one) => one.event === command.suspension)
    if (suspension === undefined) return nothingLikeIt(appointment, "The appointment has no such suspension")
    if (suspension.from <= command.on) {
      return nothingLikeIt(appointment, "The suspension has begun. Reinstate the worker instead")
    }
    return judge(inOrder([command.on, suspension.on])).accept(() => [
      AppointmentSuspensionCancelled.make({
        of: command.appointment,
        on: command.on,
        corrects: suspension.event,
        data: keysOf(appointment)
      })
    ])
  }
)

export const ReinstateAppointment = command("appointment", "ReinstateAppointment", {
  title: "Reinstate",
  says: "The suspension is over from this day; what the role requires is checked again",
  fields: {
    appointment: whichAppointment,
    on: open(aPastDate, "From which day?", "The first day on which they may work again. For example, 27 4 2016.")
  }
})

export const reinstateAppointment = decision(
  ReinstateAppointment,
  [BeRiskAssessedForTheRole, BeClearedBySecurity, BeHeldAsTheRoleAsks, BeAtTheEstablishment],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "ReinstateAppointment")
    if (refused !== null) return refused
    if (!appointment.suspensions.some((one) => covers(one, command.on))) {
      return nothingLikeIt(appointment, "The appointment is not suspended by decision on that day")
    }
    const scheme = yield* read(Scheme, appointment.scheme)
    const { person } = yield* holderOf(appointment)
    const isActive = appointment.step === "Active"
    const profile = isActive ? roleProfileOf(scheme, appointment.roleProfile, command.on) : null
    return judge(
      // A worker who was in role before the scheme was not selected by it, and was never assessed for that
      riskAssessed(appointment, scheme, command.on, isActive && appointment.selected !== null),
      securityCleared(appointment, profile, command.on),
      heldAsAsked({ appointment, person, scheme }, profile, command.on),
      atEstablishment(person, appointment.establishment, command.on)
    ).accept(() => [
      AppointmentReinstated.make({ of: command.appointment, on: command.on, data: keysOf(appointment) })
    ])
  }
)

export const RestrictAppointment = command("appointment", "RestrictAppointment", {
  title: "Restrict",
  says: "Some tasks or places are taken out of the role for a time",
  fields: {
    appointment: whichAppointment,
    tasks: open(
      codes("FETCHING_MEALS"),
      "Which tasks are taken out?",
      "Codes of tasks of the role, separated by commas. Leave empty for none."
    ),
    areas: open(
      codes("B_WING"),
      "Which places are taken out?",
      "Codes in capitals, separated by commas. Leave empty for none."
    ),
    from: open(aPastDate, "From which day?", "For example, 27 3 2016."),
    until: optional(open(aDate, "Until which day?", "Leave empty if unknown.")),
    reason: personal(text(1000, true), conduct, "What is the reason?")
  }
})

export const restrictAppointment = decision(RestrictAppointment, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "RestrictAppointment")
  if (refused !== null) return refused
  const { areas, from, tasks, until } = command
  if (tasks.length === 0 && areas.length === 0) {
    return nothingLikeIt(appointment, "Name at least one task or place that is taken out")
  }
  const scheme = yield* read(Scheme, appointment.scheme)
  const profile = roleProfileOf(scheme, appointment.roleProfile, from)
  if (profile === null && tasks.length > 0) {
    const says = `On ${say(from)} the role was not published yet, and had no tasks. Name places only, or a later day`
    return nothingLikeIt(appointment, says)
  }
  const ofTheRole: ReadonlyArray<string> = profile?.tasks ?? []
  const others = tasks.filter((task) => !ofTheRole.includes(task))
  if (others.length > 0) {
    return nothingLikeIt(
      appointment,
      `On ${say(from)} the role had no such task: ${others.join(", ")}. Its tasks were ${ofTheRole.join(", ")}`
    )
  }
  const known = appointment.restrictions.some((one) =>
    one.from === from && one.until === (until ?? null) && isSameList(one.tasks, tasks) && isSameList(one.areas, areas)
  )
  if (known) return nothingLikeIt(appointment, "This restriction is recorded already")
  const inTime = inOrder([until ?? addDays(from, 1), addDays(from, 1)], [from, appointment.inRole?.from ?? null])
  return judge(inTime).accept(() => [
    AppointmentRestricted.make({
      of: command.appointment,
      on: from,
      data: { ...keysOf(appointment), tasks, areas, from, ...(until === undefined ? {} : { until }) }
    })
  ])
})

export const LiftAppointmentRestriction = command("appointment", "LiftAppointmentRestriction", {
  title: "Lift a restriction",
  says: "The restriction is over from this day",
  fields: { appointment: whichAppointment, on: open(aPastDate, "From which day?", "For example, 27 4 2016.") }
})

export const liftAppointmentRestriction = decision(LiftAppointmentRestriction, [], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "LiftAppointmentRestriction")
  if (refused !== null) return refused
  if (!appointment.restrictions.some((one) => covers(one, command.on))) {
    return nothingLikeIt(appointment, "The appointment is not restricted by decision on that day")
  }
  return judge().accept(() => [
    AppointmentRestrictionLifted.make({ of: command.appointment, on: command.on, data: keysOf(appointment) })
  ])
})

export const ChangeAppointmentSupervisor = command("appointment", "ChangeAppointmentSupervisor", {
  title: "Change the supervisor",
  says:
    "Another member of staff supervises the worker from this day; once supervision is arranged, it is changed there",
  fields: {
    appointment: whichAppointment,
    supervisor: tagged("staff", idOf("staff"), "Who will supervise them?"),
    on: open(aPastDate, "From which day?", "For example, 27 4 2016.")
  }
})

export const changeAppointmentSupervisor = decision(
  ChangeAppointmentSupervisor,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost, BeSupervisedBySomebodyCompetent],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "ChangeAppointmentSupervisor")
    if (refused !== null) return refused
    if (appointment.supervisor === null || appointment.supervisor === command.supervisor) {
      return nothingLikeIt(appointment, "That member of staff supervises the worker already")
    }
    const staff = yield* read(Staff, command.supervisor)
    const { supervisor: formerSupervisor } = appointment
    const supervisions = yield* supervisionsOf(command.appointment)
    if (supervisions.length > 0) {
      return nothingLikeIt(
        appointment,
        "Its supervision is arranged and says who supervises. Change the supervisor there"
      )
    }
    return judge(
      inOrder([command.on, appointment.activated?.on ?? null]),
      namedInPost(command.on, staff),
      competentOn(staff, command.on)
    ).accept(() => [
      AppointmentSupervisorChanged.make({
        of: command.appointment,
        on: command.on,
        data: { ...keysOf(appointment), supervisor: command.supervisor, formerSupervisor }
      })
    ])
  }
)
