/**
 * Asks COHORT-10 of everybody who is named at once: each is in a role at the establishment of the cohort on the day,
 * trained for it or in it before the scheme.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { AppointmentsOf } from "../appointment/AppointmentsOf.ts"
import { recordedFor } from "../appointment/Holder.ts"
import { readAll } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import { identitiesOf, isTheirs } from "../person/Identity.ts"
import type { Cohort } from "./Cohort.ts"
import { AskOnlyWorkers } from "./rules/AskOnlyWorkers.ts"

/** Reads the appointments of these people, under any of their numbers; of nobody it holds. */
export function* everybodyInRole({ establishment }: Cohort, people: ReadonlyArray<string>, on: LocalDate) {
  const identities = yield* identitiesOf(people.map((id) => ({ id, on })))
  const ids = yield* readAll(AppointmentsOf, [...new Set(identities.flatMap((identity) => identity.ids))])
  const appointments = yield* readAll(Appointment, [...new Set(ids.flat())])
  const inRole = appointments.filter((one) =>
    one.step !== "Voided" && one.establishment === establishment && one.inRole !== null && covers(one.inRole, on)
  )
  return AskOnlyWorkers.asks({
    allInRole: identities.every((identity) => inRole.some((one) => isTheirs(identity, recordedFor(one))))
  })
}
