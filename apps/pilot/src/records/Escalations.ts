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

/** What they see of the record that a stream belongs to; all of it, where it is no escalation. */
export const sightOfStream = (records: Records, stream: string, viewing: Viewing): EscalationSight => {
  const instance = instanceOf(stream)
  const escalation = instance?.life === "escalation" ? records.escalation.get(instance.id)?.state : undefined
  return escalation === undefined ? "whole" : sightIn(records, escalation, viewing)
}

/** Who asks, as of now. */
export const viewingOf = ({ person: { id, role } }: { readonly person: Actor }) =>
  Effect.map(now, (at): Viewing => ({ viewer: { id, role }, now: at }))

/** A command about an escalation that they do not see is answered as if there were none. */
export const mustSee = ({ command: { life } }: Decides, command: Given, person: Actor) =>
  Effect.gen(function*() {
    if (life !== "escalation") return
    const { records } = yield* (yield* LiveRecords).current
    const viewing = yield* viewingOf({ person })
    const values: Readonly<Record<string, unknown>> = command
    for (const id of [values["escalation"], values["other"]]) {
      if (sightOfStream(records, `escalation-${String(id)}`, viewing) === "nothing") {
        return yield* Effect.fail(problem("not-found", "There is no escalation with this id"))
      }
    }
  })
