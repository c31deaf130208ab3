/**
 * After which changes somebody may need support: their own, and those of the people with whom they shadowed.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { changesOf } from "../circumstance/Circumstance.ts"
import type { CircumstanceChange } from "../circumstance/Circumstance.ts"
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { nonAssociationsOf } from "../nonassociation/Apart.ts"
import { identitiesOf } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { Shadowing, ShadowingsWith } from "../shadowing/Shadowing.ts"

/** Reads what changed for the person, and for every mentor and new worker of a shadowing of theirs. */
export function* changesAround(person: Identity): Reading<ReadonlyArray<CircumstanceChange>> {
  const ids = yield* readAll(ShadowingsWith, person.ids)
  const shadowings = yield* readAll(Shadowing, [...new Set(ids.flat())])
  const appointments = yield* readAll(Appointment, shadowings.map(({ appointment }) => appointment))
  const beside = [
    ...shadowings.flatMap(({ stints }) => stints.map(({ mentor }) => mentor)),
    ...appointments.map((one) => one.person)
  ]
  const others = yield* identitiesOf([...new Set(beside)].map((id) => ({ id, on: null })))
  const changes: Array<CircumstanceChange> = []
  for (const identity of [person, ...others]) changes.push(...changesOf(identity, yield* nonAssociationsOf(identity)))
  return changes
}
