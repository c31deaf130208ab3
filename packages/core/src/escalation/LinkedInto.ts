/**
 * What was linked into an escalation, also by way of another one, as long as the links stand. Whoever raised any of it is
 * told what became of it, and what any of it ever protected is not lost.
 */
import { read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { Escalation, lastOf } from "./Escalation.ts"

/** One that was linked into another, which carries it on. */
export interface Linked {
  readonly id: string
  readonly state: Escalation
}

const standing = (parents: ReadonlyArray<Linked>, found: ReadonlyArray<Linked>) => ({ id, state }: Linked): boolean =>
  parents.some((parent) => parent.id === state.into) && found.every((one) => one.id !== id)

/** Reads everything that was linked into an escalation. */
export function* linkedInto(id: string, state: Escalation): Reading<ReadonlyArray<Linked>> {
  let found: ReadonlyArray<Linked> = []
  let parents: ReadonlyArray<Linked> = [{ id, state }]
  while (parents.length > 0) {
    const ids = [...new Set(parents.flatMap((parent) => parent.state.duplicates))]
    const states = yield* readAll(Escalation, ids)
    const next = states.map((one, index) => ({ id: ids[index] ?? "", state: one })).filter(standing(parents, found))
    found = [...found, ...next]
    parents = next
  }
  return found
}

/** Reads the one in which a linked escalation goes on, with its id; itself, where it is not linked. */
function* carriedOn(one: Linked): Reading<Linked> {
  const passed = new Set<string>()
  let { id, state } = one
  while (state.stage === "Linked" && state.into !== null && !passed.has(state.into)) {
    id = state.into
    passed.add(id)
    state = yield* read(Escalation, id)
  }
  return { id, state }
}

/** Reads the escalation in which a linked one goes on; itself, where it is not linked. */
export function* carriedOnIn(state: Escalation): Reading<Escalation> {
  return (yield* carriedOn({ id: "", state })).state
}

/** Reads everything that stands as one matter with an escalation: the one that goes on first, then what is linked to it. */
export function* oneMatterWith(id: string, state: Escalation): Reading<ReadonlyArray<Linked>> {
  const root = yield* carriedOn({ id, state })
  return [root, ...(yield* linkedInto(root.id, root.state))]
}

/** The members of staff whom an escalation is about, or was recorded about before that was put right. */
export const everAbout = ({ aboutStaff, wasAbout }: Escalation): ReadonlyArray<string> =>
  aboutStaff === null ? wasAbout : [aboutStaff, ...wasAbout]

/**
 * Reads who is kept away from an escalation: everybody whom it, or anything of the same matter, is or was about. What is
 * linked to a concern about somebody tells them of it, in either direction and whichever of both was put right since.
 */
export function* keptAwayFrom(id: string, state: Escalation): Reading<ReadonlyArray<string>> {
  const matter = yield* oneMatterWith(id, state)
  return [...new Set(matter.flatMap((one) => everAbout(one.state)))]
}

const raiserOf = ({ raisedBy, worker }: Escalation): string => worker ?? raisedBy

const isSameRaiser = (one: Escalation, other: Escalation): boolean =>
  !one.anonymous && !other.anonymous && raiserOf(one) === raiserOf(other)

/** Whether whoever raised a linked one was told, or why not, since the one that carries it on was resolved last. */
export const isToldSince = (escalation: Escalation, linked: Escalation): boolean => {
  const resolved = lastOf(escalation, "Resolved")
  return resolved !== null &&
    linked.entries.some(({ changed, kind }) => kind === "Told" && changed.recordedAt >= resolved.changed.recordedAt)
}

/** Those whose raiser still has to be told. Whoever raised both is told once. */
export const raisersToTell = (escalation: Escalation, linked: ReadonlyArray<Linked>): ReadonlyArray<Linked> =>
  linked.filter(({ state }) => !isSameRaiser(escalation, state) && !isToldSince(escalation, state))
