/**
 * Whether escalations are about the same: the same person and the same member of staff, as far as each says. Asked of
 * all that are, or would be, linked with one another.
 */
import type { Reading } from "../language/Decision.ts"
import { identityOf } from "../person/Identity.ts"
import type { Escalation } from "./Escalation.ts"

export interface SameAbout {
  readonly samePerson: boolean
  readonly sameStaff: boolean
}

const named = (ids: ReadonlyArray<string | null>): ReadonlyArray<string> => [
  ...new Set(ids.filter((id) => id !== null))
]

/** One person may stand under two numbers. */
function* isOnePerson(subjects: ReadonlyArray<string>): Reading<boolean> {
  const [first, ...others] = subjects
  if (first === undefined || others.length === 0) return true
  const { ids } = yield* identityOf(first)
  return others.every((one) => ids.includes(one))
}

/** Reads whether all of these are about the same; one that names nobody is about whom the others are. */
export function* sameAbout(all: ReadonlyArray<Escalation>): Reading<SameAbout> {
  return {
    samePerson: yield* isOnePerson(named(all.map(({ subject }) => subject))),
    sameStaff: named(all.map(({ aboutStaff }) => aboutStaff)).length < 2
  }
}
