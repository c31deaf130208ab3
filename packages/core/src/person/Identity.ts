/**
 * Identity: whose something is that was recorded under an id.
 *
 * One person may have two prison numbers, and a booking may stand under the wrong one. Nothing that was recorded moves:
 * an event stays under the id under which it came, a link says to whom it belongs, and whoever asks about everything of
 * a person asks here first. A merge links a whole record; a moved booking links what is dated within it. When a link is
 * undone, everything that followed from it is as it was.
 */
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import { view } from "../language/View.ts"
import { idOfRecord } from "../record/withId.ts"
import { PersonBookingMoved, PersonMerged } from "./IdentityEvents.ts"
import { Person, withMovements } from "./Person.ts"
import type { Link } from "./Person.ts"

/** Something that was recorded under an id, and the day by which a booking decides; null where only a merge can. */
export interface RecordedUnder {
  readonly id: string
  readonly on: LocalDate | null
}

export interface Identity {
  /** The id that counts for the person. */
  readonly id: string
  /** Every id under which something of theirs may stand, the one that counts first. */
  readonly ids: ReadonlyArray<string>
  /** The person, with what was recorded under any of the ids. */
  readonly person: Person
  /** The records of all these ids, as they stand. */
  readonly records: ReadonlyMap<string, Person>
}

const withPair = (
  ids: ReadonlyArray<string>,
  { data, stream }: Happened<string, { readonly into: string }>
): ReadonlyArray<string> => [...new Set([...ids, idOfRecord({ stream }), data.into])]

/** The ids that were ever linked with an id, itself among them; read their records to know which links stand. */
export const LinkedWith = view<ReadonlyArray<string>>("LinkedWith", []).from({
  of: [PersonMerged, PersonBookingMoved],
  by: "person",
  evolve: { PersonMerged: withPair, PersonBookingMoved: withPair }
})

type Records = ReadonlyMap<string, Person>

const bookingFrom = (records: Records, id: string, on: LocalDate): Link | undefined =>
  records.get(id)?.links.filter(({ booking }) => booking !== null && covers(booking, on)).at(-1)

const mergeOf = (records: Records, id: string): Link | undefined =>
  records.get(id)?.links.find(({ booking }) => booking === null)

/** The id at the end of the links, which cannot go round for ever. */
const follow = (from: string, link: (id: string) => Link | undefined): string => {
  const passed = new Set<string>()
  let id = from
  for (let next = link(id); next !== undefined && !passed.has(id); next = link(id)) {
    passed.add(id)
    id = next.into
  }
  return id
}

/** The id that counts for whatever was recorded under an id: first a moved booking decides, then merges. */
export const ownerOf = (records: Records, { id, on }: RecordedUnder): string => {
  const booked = on === null ? id : follow(id, (one) => bookingFrom(records, one, on))
  return follow(booked, (one) => mergeOf(records, one))
}

const connectedWith = (records: Records, id: string): ReadonlyArray<string> => {
  const found = new Set([id])
  for (const one of found) {
    for (const { into } of records.get(one)?.links ?? []) found.add(into)
    for (const [other, { links }] of records) if (links.some(({ into }) => into === one)) found.add(other)
  }
  return [...found]
}

/** Whose the thing is, given the records of everybody who may be linked. */
export const identityIn = (records: Records, recorded: RecordedUnder): Identity => {
  const id = ownerOf(records, recorded)
  const ids = connectedWith(records, id)
  const own = records.get(id) ?? Person.initial
  if (ids.length === 1) return { id, ids, person: own, records: new Map([[id, own]]) }
  const theirs = <A extends { readonly on: LocalDate }>(facts: (record: Person) => ReadonlyArray<A>) =>
    ids.flatMap((one) =>
      facts(records.get(one) ?? Person.initial).filter(({ on }) => ownerOf(records, { id: one, on }) === id)
    )
  const person = withMovements(theirs((record) => record.movements), {
    links: own.links,
    legalChanges: theirs((record) => record.legalChanges)
  })
  return { id, ids, person, records: new Map(ids.map((one) => [one, records.get(one) ?? Person.initial])) }
}

/** Whether what was recorded under an id is this person's. */
export const isTheirs = ({ id, ids, records }: Identity, recorded: RecordedUnder): boolean =>
  ids.includes(recorded.id) && ownerOf(records, recorded) === id

/** Whether both are the same person. */
export const isSamePerson = (a: Identity, b: Identity): boolean => a.id === b.id

/** Reads whose several things are, in their order. */
export function* identitiesOf(recorded: ReadonlyArray<RecordedUnder>): Reading<ReadonlyArray<Identity>> {
  let ids = [...new Set(recorded.map(({ id }) => id))]
  for (;;) {
    const linked = yield* readAll(LinkedWith, ids)
    const all = [...new Set([...ids, ...linked.flat()])]
    if (all.length === ids.length) break
    ids = all
  }
  const states = yield* readAll(Person, ids)
  const records = new Map(ids.map((id, index) => [id, states[index] ?? Person.initial]))
  return recorded.map((one) => identityIn(records, one))
}

/** Reads whose something is that was recorded under an id; with the day, a moved booking decides as well. */
export function* identityOf(id: string, on: LocalDate | null = null): Reading<Identity> {
  const [identity] = yield* identitiesOf([{ id, on }])
  return identity ?? { id, ids: [id], person: Person.initial, records: new Map() }
}
