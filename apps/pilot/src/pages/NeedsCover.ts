/**
 * What needs cover while a worker is not at work: at court, away for a time, released, or suspended. Whom they mentor, the
 * course in which they help, the unit that is left without anybody in the role, and what they raised and are still to be
 * told of. It is derived from day to day, and gone once they are back, or somebody has seen to it.
 */
import { coveredBy, isTheirs, sayAmount, sayRole, sayRoute, unitOn } from "@peerwork/core"
import type { Appointment } from "@peerwork/core"
import { appointmentsOf, holderIn, identityIn, mayWork, profileFor, shadowedNow, statusIn } from "../records/Derived.ts"
import { sightIn, stillToTellIn } from "../records/Escalations.ts"
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

/** Whether the worker is in the role, and kept from it on the day. */
const isOffWork = ({ day, records }: Looked, kept: Kept<Appointment>): boolean =>
  kept.state.inRole !== null && coveredBy([kept.state.inRole], day) &&
  statusIn(records, kept, day).status === "Suspended"

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

/** What was raised by a worker, and what became of it is still to be told to them. */
interface ToTell {
  readonly person: string
  readonly cover: Cover
}

/** What still has to be told to those who raised it; only of what whoever looks sees all of, since it says who that was. */
const toTellIn = ({ records }: Looked, viewing: Viewing): ReadonlyArray<ToTell> =>
  stillToTellIn(records).flatMap(({ id, state }) => {
    const { anonymous, classified, worker } = state
    if (anonymous || worker === null || sightIn(records, { id, state }, viewing) !== "whole") return []
    const way = classified === null ? "" : `: ${sayRoute(classified.route)}`
    const raiser = identityIn(records, worker)
    const says = raiser.person.status === "Died"
      ? "Record that nobody can tell them any more what became of what they raised"
      : "They are still to be told what became of what they raised"
    return [{ person: raiser.id, cover: { text: `${says}${way}`, href: `/escalations/${id}` } }]
  })

/** Everything that needs cover for a person who is not at work in these appointments. */
const coverOf = (
  looked: Looked,
  { off, person, toTell }: {
    readonly person: string
    readonly off: ReadonlyArray<Kept<Appointment>>
    readonly toTell: ReadonlyArray<ToTell>
  }
): ReadonlyArray<Cover> => [
  ...mentored(looked, person),
  ...courses(looked, person),
  ...off.flatMap((kept) => withoutWorker(looked, kept)),
  ...toTell.filter((one) => one.person === identityIn(looked.records, person).id).map(({ cover }) => cover)
]

/** Everything that needs cover for a person; nothing where they are at work in each of their roles. */
export const coverFor = (looked: Looked, viewing: Viewing, person: string): ReadonlyArray<Cover> => {
  const off = appointmentsOf(looked.records, person).filter((kept) => isOffWork(looked, kept))
  return off.length === 0 ? [] : coverOf(looked, { person, off, toTell: toTellIn(looked, viewing) })
}

/** The workers who are not at work, with what needs cover for each. */
export const coverAttention = (looked: Looked, viewing: Viewing): ReadonlyArray<Attention> => {
  const off = [...looked.records.appointment.values()].filter((kept) => isOffWork(looked, kept))
  const byPerson = new Map<string, ReadonlyArray<Kept<Appointment>>>()
  for (const kept of off) {
    const { id } = holderIn(looked.records, kept.state)
    byPerson.set(id, [...byPerson.get(id) ?? [], kept])
  }
  const toTell = off.length === 0 ? [] : toTellIn(looked, viewing)
  return [{
    key: "workers-who-need-cover",
    counted: counted("worker who is not at work needs cover", "workers who are not at work need cover"),
    says: "Somebody else sees to it while they are not at work. Where they do not come back, end the appointment",
    items: [...byPerson].flatMap(([person, theirs]) => {
      const cover = coverOf(looked, { person, off: theirs, toTell })
      return cover.length === 0 ? [] : [{
        text: inList(looked.names, person),
        href: `/workers/${person}`,
        detail: cover.map(({ text }) => text).join("; ")
      }]
    })
  }]
}
