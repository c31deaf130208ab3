/**
 * Asks of whoever enters training whether security has cleared them for the roles that they train for.
 *
 * A training is for a scheme, and somebody may train for several of its roles: while one of them asks for no clearance,
 * the training begins for that one.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { AppointmentsOf } from "../appointment/AppointmentsOf.ts"
import { isClearedOn } from "../appointment/Lapse.ts"
import { BeClearedBeforeTraining } from "../appointment/rules/BeClearedBeforeTraining.ts"
import { isOpenNow, recordedFor } from "../appointment/Standing.ts"
import { read, readAll } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { isTheirs } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"

/** Reads the open appointments of a person in the scheme, and asks on the day on which their training begins. */
export function* clearedForRoles(identity: Identity, scheme: string, on: LocalDate) {
  const ids = yield* readAll(AppointmentsOf, identity.ids)
  const appointments = yield* readAll(Appointment, [...new Set(ids.flat())])
  const own = appointments.filter((one) =>
    one.scheme === scheme && isOpenNow(one) && one.begun !== null && one.begun.on <= on &&
    isTheirs(identity, recordedFor(one))
  )
  const its = yield* read(Scheme, scheme)
  const asks = (one: Appointment) => roleProfileOf(its, one.roleProfile, on)?.asksForClearance === true
  return BeClearedBeforeTraining.asks({
    asked: own.length > 0 && own.every(asks),
    began: on,
    cleared: own.some((one) => isClearedOn(one, on))
  })
}
