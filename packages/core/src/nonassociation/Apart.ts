/**
 * Who must be kept apart, and when: asked of whole people, whichever way round it was stored.
 */
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { Period } from "../language/Period.ts"
import { isTheirs } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { NonAssociation, NonAssociationsOf, openedOn, reaches } from "./NonAssociation.ts"
import type { Level } from "./NonAssociationEvents.ts"

/** Reads every non-association of a person, under any of their numbers. */
export function* nonAssociationsOf(one: Identity): Reading<
  ReadonlyArray<{ readonly id: string; readonly state: NonAssociation }>
> {
  const found = yield* readAll(NonAssociationsOf, one.ids)
  const ids = [...new Set(found.flat())]
  const states = yield* readAll(NonAssociation, ids)
  return states.map((state, index) => ({ id: ids[index] ?? "", state }))
    .filter(({ state }) => sides(state).some((side) => isTheirs(one, side)))
}

const sides = (state: NonAssociation) => [state.person, state.other].map((id) => ({ id, on: openedOn(state) }))

/** Whether it is between the two, whichever way round; never where they are one person. */
export const isBetween = (state: NonAssociation, one: Identity, other: Identity): boolean => {
  const [first, second] = sides(state)
  if (first === undefined || second === undefined || one.id === other.id) return false
  return (isTheirs(one, first) && isTheirs(other, second)) || (isTheirs(one, second) && isTheirs(other, first))
}

/** Reads when the two must not meet at the place. */
export function* timesApart(one: Identity, other: Identity, place: Level): Reading<ReadonlyArray<Period>> {
  const all = yield* nonAssociationsOf(one)
  return all.filter(({ state }) => isBetween(state, one, other))
    .flatMap(({ state }) => state.apart.filter(({ level }) => reaches(level, place)))
}
