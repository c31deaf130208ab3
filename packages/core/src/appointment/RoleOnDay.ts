/**
 * The role as it was described on a day, in a scheme that ran on it; or why nobody could be in it then.
 */
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { say } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { isRunningOn, notRunning, roleProfileOf } from "../scheme/Scheme.ts"
import type { RoleProfile, Scheme } from "../scheme/Scheme.ts"

export const roleOn = (scheme: Scheme, role: string, on: LocalDate): RoleProfile | Judgement<never> => {
  if (!isRunningOn(scheme, on)) return notRunning(scheme)
  const profile = roleProfileOf(scheme, role, on)
  if (profile !== null) return profile
  const isLater = roleProfileOf(scheme, role) !== null
  const says = isLater
    ? `The role was published after ${say(on)}. Give a later day`
    : "The scheme has no such role"
  return wrongMoment("role", "Unknown", null, ["PublishRoleProfile"], says)
}
