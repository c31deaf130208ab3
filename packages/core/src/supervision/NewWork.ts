/**
 * Whether a worker may take on new work, as far as supervision is concerned: what has begun goes on in any case.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { AppointmentsOf } from "../appointment/AppointmentsOf.ts"
import { schooled } from "../appointment/Schooling.ts"
import { mayWorkOn, recordedFor } from "../appointment/Standing.ts"
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { isTheirs } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { dueOn, supervisedIn } from "./SupervisionDue.ts"

/** Whether in every appointment of the scheme in which the person may work, supervision is overdue beyond grace. */
export function* isBeyondGrace(worker: Identity, scheme: string, on: LocalDate): Reading<boolean> {
  const ids = [...new Set((yield* readAll(AppointmentsOf, worker.ids)).flat())]
  const appointments = yield* schooled(yield* readAll(Appointment, ids), worker)
  const working = ids.filter((_, index) => {
    const one = appointments[index]
    return one !== undefined && one.scheme === scheme && one.step !== "Voided" &&
      isTheirs(worker, recordedFor(one)) && mayWorkOn(one, worker.person, on)
  })
  for (const id of working) {
    const supervised = yield* supervisedIn(id)
    if (dueOn(supervised, on).status !== "BeyondGrace") return false
  }
  return working.length > 0
}
