/**
 * The role in which a worker raises an escalation: whose it is, and whether nothing may be recorded of what they hear.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { isAbsolute } from "./Concern.ts"

export interface RoleOfRaiser {
  readonly worker: string
  /** Whether the role is one of absolute confidence. */
  readonly absolute: boolean
}

/** Reads the role in which it was raised at the time; null where nobody has such an appointment. */
export function* roleOfRaiser(id: string, at: Instant): Reading<RoleOfRaiser | null> {
  const appointment = yield* read(Appointment, id)
  if (appointment.step === "Unknown") return null
  const profile = roleProfileOf(yield* read(Scheme, appointment.scheme), appointment.roleProfile, localDateOf(at))
  return { worker: appointment.person, absolute: isAbsolute(profile) }
}
