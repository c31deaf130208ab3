/**
 * Escalations as somebody sees them: whose they are at a moment, what of each may be shown, and which events are left
 * out wherever events are listed.
 */
import { instanceOf, isInPost, isWith, ladderAt, Route } from "@peerwork/core"
import type { Actor, Climbing, Decides, Escalation, Given, Instant, Ladder } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { problem } from "../server/Answer.ts"
import { now } from "../server/Surroundings.ts"
import { sightOf } from "../signin/WhoSees.ts"
import type { EscalationSight } from "../signin/WhoSees.ts"
import { schemeIn } from "./Derived.ts"
import { LiveRecords } from "./LiveRecords.ts"
import type { Kept, Records } from "./Records.ts"
import { isHiddenFrom } from "./RestrictedPatients.ts"

/** Who looks, and when. */
export interface Viewing {
  readonly viewer: Actor
  readonly now: Instant
}

/** The routes of an establishment. */
export const routesAt = ({ route }: Records, establishment: string | null): Route =>
  [...route.values()].find(({ state }) => state.establishment === establishment)?.state ?? Route.initial

/** What the ladder of an escalation is derived from. */
export const climbingIn = (records: Records, escalation: Escalation): Climbing => ({
  escalation,
  scheme: schemeIn(records, escalation.scheme),
  route: routesAt(records, escalation.establishment),
  inPost: (id, on) => {
    const staff = records.staff.get(id)?.state
    return staff === undefined || isInPost(staff, on)
  }
})

export const ladderIn = (records: Records, escalation: Escalation, at: Instant): Ladder | null =>
  ladderAt(climbingIn(records, escalation), at)

/** Whether it is with them now. */
export const isTheirs = (records: Records, escalation: Escalation, { now, viewer }: Viewing): boolean =>
  isWith(climbingIn(records, escalation), viewer.id, now)

export const sightIn = (records: Records, escalation: Escalation, viewing: Viewing): EscalationSight =>
  sightOf(viewing.viewer, escalation, isTheirs(records, escalation, viewing))

/** Every escalation of which they see something, the newest first. */
export const visibleTo = (records: Records, viewing: Viewing): ReadonlyArray<Kept<Escalation>> =>
  [...records.escalation.values()].filter(({ state }) => sightIn(records, state, viewing) !== "nothing")
    .sort((a, b) => ((a.state.raisedAt ?? "") < (b.state.raisedAt ?? "") ? 1 : -1))

/**
 * What they see of the record that a stream belongs to, by the records as they are now: all of it, where it is neither
 * an escalation nor of a restricted patient whose records they do not see.
 */
export const sightOfStream = (records: Records, stream: string, viewing: Viewing): EscalationSight => {
  if (isHiddenFrom(records, viewing.viewer.role, stream)) return "nothing"
  const instance = instanceOf(stream)
  const escalation = instance?.life === "escalation" ? records.escalation.get(instance.id)?.state : undefined
  return escalation === undefined ? "whole" : sightIn(records, escalation, viewing)
}

/** Who asks, as of now. */
export const viewingOf = ({ person: { id, role } }: { readonly person: Actor }) =>
  Effect.map(now, (at): Viewing => ({ viewer: { id, role }, now: at }))

/** A command about an escalation, or about a person, that they do not see is answered as if there were none. */
export const mustSee = ({ command: { life } }: Decides, command: Given, person: Actor) =>
  Effect.gen(function*() {
    const { records } = yield* (yield* LiveRecords).current
    const viewing = yield* viewingOf({ person })
    const values: Readonly<Record<string, unknown>> = command
    const streams = [`${life}-${String(values[life])}`, `person-${String(values["person"])}`]
    if (streams.some((stream) => isHiddenFrom(records, person.role, stream))) {
      return yield* Effect.fail(problem("not-found", "There is no record with this id"))
    }
    if (life !== "escalation") return
    for (const id of [values["escalation"], values["other"]]) {
      if (sightOfStream(records, `escalation-${String(id)}`, viewing) === "nothing") {
        return yield* Effect.fail(problem("not-found", "There is no escalation with this id"))
      }
    }
  })
