/**
 * Whether a worker may take on new work, as far as supervision is concerned: what has begun goes on in any case.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { AppointmentsOf } from "../appointment/AppointmentsOf.ts"
import { mayWorkOn } from "../appointment/Standing.ts"
import { read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { dueOn, supervisedIn } from "./SupervisionDue.ts"

/** Whether in every appointment of the scheme in which the person may work, supervision is overdue beyond grace. */
export function* isBeyondGrace(person: string, scheme: string, on: LocalDate): Reading<boolean> {
  const ids = yield* read(AppointmentsOf, person)
  const appointments = yield* readAll(Appointment, ids)
  let [working, beyond] = [0, 0]
  for (const [index, id] of ids.entries()) {
    const appointment = appointments[index]
    if (appointment?.person !== person || appointment.scheme !== scheme || appointment.step === "Voided") continue
    const supervised = yield* supervisedIn(id)
    if (!mayWorkOn(appointment, supervised.person, on)) continue
    working += 1
    if (dueOn(supervised, on).status === "BeyondGrace") beyond += 1
  }
  return working > 0 && beyond === working
}
