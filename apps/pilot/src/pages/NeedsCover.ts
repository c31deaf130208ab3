/**
 * What needs cover while a worker is not at work: at court, away for a time, released, or suspended. Whom they mentor, the
 * course in which they help, the unit that is left without anybody in the role, and what they raised and are still to be
 * told of. It is derived from day to day, and gone once they are back, or somebody has seen to it.
 */
import { isRaiserTold, isTheirs, sayAmount, sayRole, sayRoute, unitOn } from "@peerwork/core"
import type { Appointment, Escalation } from "@peerwork/core"
import { appointmentsOf, holderIn, identityIn, mayWork, profileFor, shadowedNow, statusIn } from "../records/Derived.ts"
import { sightIn } from "../records/Escalations.ts"
import type { Viewing } from "../records/Escalations.ts"
import { personLabel, sayCode } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import type { Attention } from "./Attention.ts"
import { counted } from "./Counted.ts"

/** One thing that somebody else has to see to, and where it is. */
export interface Cover {
  readonly text: string
  readonly href: string
}

const isInRole = ({ inRole }: Appointment, day: string): boolean =>
  inRole !== null && inRole.from <= day && (inRole.until === null || day < inRole.until)

/** Whether the worker is in the role, and kept from it on the day. */
const isOffWork = ({ day, records }: Looked, kept: Kept<Appointment>): boolean =>
  isInRole(kept.state, day) && statusIn(records, kept, day).status === "Suspended"

const mentored = (looked: Looked, person: string): ReadonlyArray<Cover> =>
  shadowedNow(looked.records, person).map(({ id, state }) => ({
    text: `${personLabel(looked, state.shadower)} shadows them: replace the mentor, or pause the shadowing`,
    href: `/shadowings/${id}`
  }))

/** The courses that are under way in which they helped: who helps is known of a session once it was held. */
const courses = ({ records }: Looked, person: string): ReadonlyArray<Cover> => {
  const identity = identityIn(records, person)
  return [...records.cohort.values()].filter(({ state }) => ["Running", "Paused"].includes(state.status))
    .flatMap(({ id, state: { sessions } }) => {
      const helped = sessions.some(({ delivered, helper, heldOn }) =>
        delivered !== null && helper !== null && isTheirs(identity, { id: helper, on: heldOn })
      )
      const left = sessions.filter(({ delivered, writtenOff }) => delivered === null && writtenOff === null).length
      return helped && left > 0
        ? [{ text: `A course in which they help has ${sayAmount(left, "session")} left`, href: `/cohorts/${id}` }]
        : []
    })
}

/** The unit on which nobody else works in the role; the whole establishment, where nobody said on which they are. */
const withoutWorker = ({ day, records }: Looked, { id, state }: Kept<Appointment>): ReadonlyArray<Cover> => {
  const unit = unitOn(state, day)
  const isCovered = [...records.appointment.values()].some((other) =>
    other.id !== id && other.state.roleProfile === state.roleProfile &&
    other.state.establishment === state.establishment && (unit === null || unitOn(other.state, day) === unit) &&
    mayWork(records, other, day)
  )
  const profile = profileFor(records, state)
  if (isCovered || profile === null) return []
  const where = unit === null ? state.establishment ?? "" : sayCode(unit)
  return [{ text: `${where} is without anybody at work in this role: ${sayRole(profile.code)}`, href: "/workers" }]
}

const waitsForThem = (looked: Looked, person: string, state: Escalation): boolean =>
  state.stage === "Resolved" && !state.anonymous && state.worker !== null && !isRaiserTold(state) &&
  identityIn(looked.records, person).ids.includes(state.worker)

/** What they raised, and are to be told of; only of those that whoever looks sees all of, since it says who raised them. */
const toTell = (looked: Looked, viewing: Viewing, person: string): ReadonlyArray<Cover> =>
  [...looked.records.escalation.values()].filter((kept) =>
    waitsForThem(looked, person, kept.state) && sightIn(looked.records, kept, viewing) === "whole"
  ).map(({ id, state }) => ({
    text: `They are still to be told what became of what they raised${
      state.classified === null ? "" : `: ${sayRoute(state.classified.route)}`
    }`,
    href: `/escalations/${id}`
  }))

/** Everything that needs cover for a person; nothing where they are at work in each of their roles. */
export const coverFor = (looked: Looked, viewing: Viewing, person: string): ReadonlyArray<Cover> => {
  const off = appointmentsOf(looked.records, person).filter((kept) => isOffWork(looked, kept))
  if (off.length === 0) return []
  return [
    ...mentored(looked, person),
    ...courses(looked, person),
    ...off.flatMap((kept) => withoutWorker(looked, kept)),
    ...toTell(looked, viewing, person)
  ]
}

/** The workers who are not at work, with what needs cover for each. */
export const coverAttention = (looked: Looked, viewing: Viewing): ReadonlyArray<Attention> => {
  const off = [...looked.records.appointment.values()].filter((kept) => isOffWork(looked, kept))
  const people = new Set(off.map(({ state }) => holderIn(looked.records, state).id))
  return [{
    key: "workers-who-need-cover",
    counted: counted("worker who is not at work needs cover", "workers who are not at work need cover"),
    says: "Somebody else sees to it until they are back. If they do not come back, end the appointment",
    items: [...people].flatMap((person) => {
      const cover = coverFor(looked, viewing, person)
      return cover.length === 0 ? [] : [{
        text: inList(looked.names, person),
        href: `/workers/${person}`,
        detail: cover.map(({ text }) => text).join("; ")
      }]
    })
  }]
}
