/**
 * Restricted patients: of somebody who was transferred to hospital and is not back, whom the records of a single person
 * are shown to. For everybody else those records are as if they were not there, and the person has no name.
 *
 * It is decided by what is the case now, also where somebody asks about an earlier moment.
 */
import { instanceOf, isRestrictedPatient } from "@peerwork/core"
import type { LifeName, Role } from "@peerwork/core"
import { maySee } from "../signin/WhoSees.ts"
import { identityIn } from "./Derived.ts"
import type { Names } from "./Names.ts"
import type { Records } from "./Records.ts"

/** The lives whose records are each of one person. */
const ofOnePerson = [
  "person",
  "appointment",
  "shadowing",
  "training",
  "supervision",
  "support",
  "circumstance",
  "notice"
] as const

const isOfOnePerson = (life: LifeName): life is (typeof ofOnePerson)[number] => ofOnePerson.some((one) => one === life)

interface Found {
  readonly position: number
  readonly ids: ReadonlySet<string>
}

/** Found once for each position of the log: every event of an export is asked about. */
const foundIn = new WeakMap<Records, Found>()

/** The restricted patients, under every id that they have. */
const restrictedIn = (records: Records): ReadonlySet<string> => {
  const before = foundIn.get(records)
  if (before?.position === records.position) return before.ids
  const restricted = [...records.person.values()].filter(({ state }) => isRestrictedPatient(state))
  const ids = new Set(restricted.flatMap(({ id }) => identityIn(records, id).ids))
  foundIn.set(records, { position: records.position, ids })
  return ids
}

/** The people whose records a role does not see. */
const hiddenPeople = (records: Records, role: Role): ReadonlySet<string> =>
  maySee(role, "restrictedPatients") ? new Set() : restrictedIn(records)

/** For whom the event of this id changed something, although nobody has looked at it yet. */
const changedIn = ({ person }: Records, event: string): string =>
  [...person.values()].find(({ state: { legalChanges, links, movements } }) =>
    [...movements, ...links, ...legalChanges].some((one) => one.event === event)
  )?.id ?? ""

const personOf = (records: Records, life: (typeof ofOnePerson)[number], id: string): string => {
  if (life === "person") return id
  if (life === "shadowing") return records.shadowing.get(id)?.state.shadower ?? ""
  if (life === "circumstance") return records.circumstance.get(id)?.state.person ?? changedIn(records, id)
  return records[life].get(id)?.state.person ?? ""
}

/** Whether the stream is of somebody whose records the role does not see. */
export const isHiddenFrom = (records: Records, role: Role, stream: string): boolean => {
  const instance = instanceOf(stream)
  if (instance === null || !isOfOnePerson(instance.life)) return false
  return hiddenPeople(records, role).has(personOf(records, instance.life, instance.id))
}

const without = <Kept>(kept: Map<string, Kept>, isHidden: (id: string) => boolean): Map<string, Kept> =>
  new Map([...kept].filter(([id]) => !isHidden(id)))

/** The records and names as a role sees them; `now` are the records as they are now, which decide it. */
export const seenAs = <Known extends { readonly records: Records; readonly names: Names }>(
  role: Role,
  now: Records,
  known: Known
): Known => {
  const hidden = hiddenPeople(now, role)
  if (hidden.size === 0) return known
  const { names, records } = known
  const shown = Object.fromEntries(ofOnePerson.map((life) => [
    life,
    without<unknown>(records[life], (id) => hidden.has(personOf(records, life, id)))
  ]))
  const isHidden = (id: string): boolean => hidden.has(id)
  return {
    ...known,
    records: { ...records, ...shown },
    names: { ...names, people: without(names.people, isHidden), genders: without(names.genders, isHidden) }
  }
}
