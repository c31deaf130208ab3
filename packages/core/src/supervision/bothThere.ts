/**
 * Asks whether both could meet on a day: whoever supervises by the arrangement is in post, and the worker's appointment
 * has not ended.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { isOpenOn } from "../appointment/Standing.ts"
import { read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { isInPost, Staff } from "../staff/Staff.ts"
import { MeetWhileBothAreThere } from "./rules/MeetWhileBothAreThere.ts"
import { supervisorIn } from "./Supervision.ts"
import type { Supervision } from "./Supervision.ts"

export function* bothThere(supervision: Supervision, on: LocalDate, held = true): Reading<
  ReturnType<typeof MeetWhileBothAreThere.asks>
> {
  const staff = yield* read(Staff, supervisorIn(supervision, on) ?? "")
  const appointment = yield* read(Appointment, supervision.appointment)
  return MeetWhileBothAreThere.asks({
    held,
    supervisorInPost: isInPost(staff, on),
    appointmentOpen: isOpenOn(appointment, on)
  })
}
