/**
 * How staff record that they checked the legal status of somebody whose role asks for one.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, yesOrNo } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { Appointment } from "./Appointment.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import { AppointmentLegalStatusChecked } from "./AppointmentEvents.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { asksForLegalStatus, standingCheck } from "./HeldAsAsked.ts"
import { holderOf } from "./Standing.ts"

export const CheckLegalStatus = command("appointment", "CheckLegalStatus", {
  title: "Record a check of the legal status",
  says: "Staff looked whether the person is held on a ground that the role asks for; on which one is not recorded here",
  fields: {
    appointment: whichAppointment,
    meets: open(yesOrNo, "Is it one that the role asks for?"),
    on: open(aPastDate, "On which day was it checked?", "For example, 27 3 2016.")
  }
})

export const checkLegalStatus = decision(CheckLegalStatus, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "CheckLegalStatus")
  if (refused !== null) return refused
  const { meets, on } = command
  const scheme = yield* read(Scheme, appointment.scheme)
  if (!asksForLegalStatus(roleProfileOf(scheme, appointment.roleProfile, on))) {
    return nothingLikeIt(appointment, "The role asks for no legal status on that day")
  }
  const { person } = yield* holderOf(appointment)
  const known = standingCheck({ appointment, person, scheme }, on)
  if (known?.on === on && known.meets === meets) return nothingLikeIt(appointment, "This check is recorded already")
  return judge(inOrder([on, appointment.begun?.on ?? null])).accept(() => [
    AppointmentLegalStatusChecked.make({ of: command.appointment, on, data: { ...keysOf(appointment), meets } })
  ])
})
