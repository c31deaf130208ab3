/**
 * Asks STAFF-1 of everybody who is named at once: each is a member of staff, and in post on the day. An id that is
 * nobody's is in no post.
 */
import { readAll } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { namedInPost } from "./namedInPost.ts"
import { Staff } from "./Staff.ts"

/** Reads the members of staff, each once; a name that is left out is not asked about. */
export function* everybodyInPost(named: ReadonlyArray<string | undefined>, on: LocalDate) {
  const ids = new Set(named.filter((one) => one !== undefined))
  const staff = yield* readAll(Staff, [...ids])
  return namedInPost(on, ...staff)
}
