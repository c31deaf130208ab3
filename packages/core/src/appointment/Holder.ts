/**
 * The holder of an appointment: whose it is, whatever number it was recorded under.
 */
import type { Reading } from "../language/Decision.ts"
import { identitiesOf, identityIn } from "../person/Identity.ts"
import type { Identity, RecordedUnder } from "../person/Identity.ts"
import type { Appointment } from "./Appointment.ts"

/** Under which id the appointment was recorded, and the day by which a moved booking decides whose it is. */
export const recordedFor = ({ begun, person }: Appointment): RecordedUnder => ({ id: person, on: begun?.on ?? null })

/** Reads who holds the appointment, whatever number it was recorded under. */
export function* holderOf(appointment: Appointment): Reading<Identity> {
  const [holder] = yield* identitiesOf([recordedFor(appointment)])
  return holder ?? identityIn(new Map(), recordedFor(appointment))
}
