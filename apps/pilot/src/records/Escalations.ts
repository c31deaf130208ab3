/**
 * Escalations as somebody sees them: whose they are at a moment, what of each may be shown, and which events are left
 * out wherever events are listed.
 */
import {
  holderAt,
  instanceOf,
  isInPost,
  isRaiserTold,
  isWith,
  isWithoutOwner,
  keptAwayFrom,
  ladderAt,
  linkedInto,
  oneMatterWith,
  raisersToTell,
  Route,
  sameAbout,
  standInsAt
} from "@peerwork/core"
import type {
  Actor,
  Climbing,
  Command,
  Decides,
  Escalation,
  Given,
  Instant,
  Ladder,
  LadderRung,
  Linked
} from "@peerwork/core"
import * as Effect from "effect/Effect"
import { problem } from "../server/Answer.ts"
import { now } from "../server/Surroundings.ts"
import { sightOf } from "../signin/WhoSees.ts"
import type { EscalationSight } from "../signin/WhoSees.ts"
import { answerIn } from "./Answering.ts"
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

type Identified = Pick<Kept<Escalation>, "id" | "state">

/** What the ladder of an escalation is derived from. */
const climbingIn = (records: Records, { id, state: escalation }: Identified): Climbing => ({
  escalation,
  keptAway: answerIn(records, keptAwayFrom(id, escalation)),
  scheme: schemeIn(records, escalation.scheme),
  route: routesAt(records, escalation.establishment),
  inPost: (id, on) => {
    const staff = records.staff.get(id)?.state
    return staff === undefined || isInPost(staff, on)
  }
})

export const ladderIn = (records: Records, kept: Identified, at: Instant): Ladder | null =>
  ladderAt(climbingIn(records, kept), at)

/** Whether whoever took it on has left, or it turned out to be about them. */
export const isLeftIn = (records: Records, kept: Identified, at: Instant): boolean =>
  isWithoutOwner(climbingIn(records, kept), at)

/** Who answers for what is without an owner, whoever is called first. */
export const standInsIn = (records: Records, kept: Identified, at: Instant): ReadonlyArray<LadderRung> =>
  standInsAt(climbingIn(records, kept), at)

/** Who has it in hand; null where nobody has yet, or nobody has any more. It never names anybody whom it is about. */
export const holderOfIn = (records: Records, kept: Identified, at: Instant): string | null =>
  holderAt(climbingIn(records, kept), at)

/** Whether everything that stands as one matter with an escalation is about the same, as far as each says. */
export const isOneMatterIn = (records: Records, { id, state }: Identified): boolean => {
  const matter = answerIn(records, oneMatterWith(id, state))
  const { samePerson, sameStaff } = answerIn(records, sameAbout(matter.map((one) => one.state)))
  return samePerson && sameStaff
}

/** What was linked into an escalation, as long as the links stand. */
export const linkedIn = (records: Records, { id, state }: Identified): ReadonlyArray<Linked> =>
  answerIn(records, linkedInto(id, state))

/** Of what was linked into an escalation that is resolved: those whose raiser still has to be told. */
export const raisersToTellIn = (records: Records, kept: Identified): ReadonlyArray<Linked> =>
  kept.state.stage === "Resolved" ? raisersToTell(kept.state, linkedIn(records, kept)) : []

/** What is resolved, here or in the one that carries it on, and of which whoever raised it still has to be told. */
export const stillToTellIn = (records: Records): ReadonlyArray<Linked> =>
  [...records.escalation.values()].filter(({ state }) => state.stage === "Resolved").flatMap((kept) => [
    ...(isRaiserTold(kept.state) ? [] : [kept]),
    ...raisersToTellIn(records, kept)
  ])

/** Whether it is with them now. */
export const isTheirs = (records: Records, kept: Identified, { now, viewer }: Viewing): boolean =>
  isWith(climbingIn(records, kept), viewer.id, now)

export const sightIn = (records: Records, kept: Identified, { now, viewer }: Viewing): EscalationSight => {
  const climbing = climbingIn(records, kept)
  return sightOf(viewer, climbing, isWith(climbing, viewer.id, now))
}

/** Every escalation of which they see something, the newest first. */
export const visibleTo = (records: Records, viewing: Viewing): ReadonlyArray<Kept<Escalation>> =>
  [...records.escalation.values()].filter((kept) => sightIn(records, kept, viewing) !== "nothing")
    .sort((a, b) => ((a.state.raisedAt ?? "") < (b.state.raisedAt ?? "") ? 1 : -1))

/**
 * What they see of the record that a stream belongs to, by the records as they are now: all of it, where it is neither
 * an escalation nor of a restricted patient whose records they do not see.
 */
export const sightOfStream = (records: Records, stream: string, viewing: Viewing): EscalationSight => {
  if (isHiddenFrom(records, viewing.viewer.role, stream)) return "nothing"
  const instance = instanceOf(stream)
  const escalation = instance?.life === "escalation" ? records.escalation.get(instance.id) : undefined
  return escalation === undefined ? "whole" : sightIn(records, escalation, viewing)
}

/** Who asks, as of now. */
export const viewingOf = ({ person: { id, role } }: { readonly person: Actor }) =>
  Effect.map(now, (at): Viewing => ({ viewer: { id, role }, now: at }))

/** Of these ids of escalations those of which they see something. */
export const thoseSeen = (records: Records, ids: ReadonlyArray<string>, viewing: Viewing): ReadonlyArray<string> =>
  ids.filter((id) => records.escalation.has(id) && sightOfStream(records, `escalation-${id}`, viewing) !== "nothing")

interface Named {
  readonly to: string
  readonly id: string
}

/** Every record that a command names, but for the one that it begins. */
const recordsNamed = ({ begins, fields, life }: Command, command: Given): ReadonlyArray<Named> => {
  const values: Readonly<Record<string, unknown>> = command
  return Object.entries(fields).flatMap(([name, { kind: { input } }]) => {
    if (!("to" in input) || (begins && name === life)) return []
    return [values[name]].flat().filter((id) => typeof id === "string").map((id) => ({ to: input.to, id }))
  })
}

const toCompare = "You see that they are there, and not what they are about. Ask safeguarding to compare them"

/**
 * What tells, by how it is answered, what an escalation is about: whether two are about the same, or whether one is
 * recorded like this already. It is for whoever may see that, and says to others whom to ask.
 */
const forWhoeverSeesAll: Readonly<Record<string, string>> = {
  LinkEscalations: toCompare,
  KeepEscalationsApart: toCompare,
  CorrectEscalation: "You see that it is there, and not what it is about. Ask safeguarding to put it right",
  CorrectEscalationRaiser: "You see that it is there, and not who raised it. Ask safeguarding to put it right"
}

/** The commands about the record that are not for them, since they see only that it is there. */
export const notForSummary = (records: Records, stream: string, viewing: Viewing): ReadonlyArray<string> =>
  sightOfStream(records, stream, viewing) === "whole" ? [] : Object.keys(forWhoeverSeesAll)

/** Why somebody who does not see all of these escalations may not give the command; null where they may. */
export const asksToSeeAll = (
  records: Records,
  command: string,
  ids: ReadonlyArray<string>,
  viewing: Viewing
): string | null =>
  ids.every((id) => sightOfStream(records, `escalation-${id}`, viewing) === "whole")
    ? null
    : forWhoeverSeesAll[command] ?? null

/**
 * A command that names an escalation, in whichever field, is answered in the same words whether there is none, or they
 * do not see it. What else they do not see is left out before the law is asked: see `AsIfNotThere`.
 */
export const mustSeeEscalations = ({ command: definition }: Decides, command: Given, person: Actor) =>
  Effect.gen(function*() {
    const { records } = yield* (yield* LiveRecords).current
    const viewing = yield* viewingOf({ person })
    const escalations = recordsNamed(definition, command).filter(({ to }) => to === "escalation").map(({ id }) => id)
    if (thoseSeen(records, escalations, viewing).length < escalations.length) {
      return yield* Effect.fail(problem("not-found", "There is no such escalation"))
    }
    const asksMore = asksToSeeAll(records, definition.name, escalations, viewing)
    if (asksMore !== null) return yield* Effect.fail(problem("not-allowed", asksMore))
    const { [definition.life]: own }: Readonly<Record<string, unknown>> = command
    if (definition.life !== "escalation" || typeof own !== "string") return
    if (sightOfStream(records, `escalation-${own}`, viewing) === "nothing") {
      return yield* Effect.fail(problem("not-found", "There is no record with this id"))
    }
  })
