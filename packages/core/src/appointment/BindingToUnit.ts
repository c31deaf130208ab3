/**
 * Where a worker works: they are bound to a unit, and later perhaps to another one.
 *
 * Nobody works on a unit on which the role is not done. Whoever works alone already needs a risk assessment for the
 * unit first; before that it is asked when they are appointed.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCode, aPastDate } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { Appointment } from "./Appointment.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import { AppointmentBoundToUnit } from "./AppointmentEvents.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { unitOn } from "./AppointmentUnit.ts"
import { riskAssessed } from "./Requirements.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"
import { WorkOnAUnitOfTheRole } from "./rules/WorkOnAUnitOfTheRole.ts"

export const BindAppointmentToUnit = command("appointment", "BindAppointmentToUnit", {
  title: "Record on which unit they work",
  says: "From this day the worker works on this unit, and no longer on the one before",
  fields: {
    appointment: whichAppointment,
    unit: open(aCode("B_WING"), "On which unit?", "A wing or a side, in capital letters, for example B_WING."),
    on: open(aPastDate, "From which day?", "For example, 27 4 2016.")
  }
})

export const bindAppointmentToUnit = decision(
  BindAppointmentToUnit,
  [KeepTheOrderOfEvents, WorkOnAUnitOfTheRole, BeRiskAssessedForTheRole],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "BindAppointmentToUnit")
    if (refused !== null) return refused
    const { on, unit } = command
    const former = unitOn(appointment, on)
    if (former === unit) return nothingLikeIt(appointment, `The worker is on ${unit} already on that day`)
    const scheme = yield* read(Scheme, appointment.scheme)
    const profile = roleProfileOf(scheme, appointment.roleProfile, on)
    // Of a worker who was in role before the scheme no assessment was ever asked
    const asked = appointment.activated !== null && appointment.selected !== null
    const formerUnit = former === null ? {} : { formerUnit: former }
    return judge(
      inOrder([on, appointment.begun?.on ?? null], [on, appointment.units.at(-1)?.on ?? null]),
      WorkOnAUnitOfTheRole.asks({ units: profile?.units ?? [], unit }),
      riskAssessed(appointment, scheme, on, asked, unit)
    ).accept(() => [
      AppointmentBoundToUnit.make({
        of: command.appointment,
        on,
        data: { ...keysOf(appointment), unit, ...formerUnit }
      })
    ])
  }
)
