/**
 * Changes of circumstances: what changed for workers with open work, and what became of each, derived from the records.
 */
import {
  addWorkingDays,
  asksForLegalStatus,
  changesOf,
  Circumstance,
  circumstanceSteps,
  isNew,
  limitOn,
  localDateOf,
  nonAssociationsOf,
  touches
} from "@peerwork/core"
import type { ChangeKind, CircumstanceChange, CircumstanceStatus, Identity, LocalDate } from "@peerwork/core"
import { answerIn } from "./Answering.ts"
import { appointmentsOf, holderIn, identityIn, profileFor, schemeIn, shadowedBeside } from "./Derived.ts"
import type { Looked } from "./Labels.ts"
import type { Records } from "./Records.ts"

export interface Changed {
  /** The id of the event that recorded the change. */
  readonly id: string
  readonly person: string
  /** Other workers whom the same change touches. */
  readonly others: ReadonlyArray<string>
  readonly kind: ChangeKind
  readonly on: LocalDate
  readonly recordedOn: LocalDate
  /** New again where the change was corrected after somebody looked at it. */
  readonly status: CircumstanceStatus
  /** By when somebody looks at it; null where no scheme decided that. */
  readonly dueOn: LocalDate | null
  readonly possible: ReadonlyArray<string>
  /** After a change of the legal status: appointments in roles that ask for one, so that it is checked again. */
  readonly toCheck: ReadonlyArray<string>
  /** After a death: those who shadowed with them, and may need support. */
  readonly bereaved: ReadonlyArray<string>
}

const dueOn = (records: Records, schemes: ReadonlyArray<string>, recordedOn: LocalDate): LocalDate | null => {
  const limits = schemes.flatMap((id) =>
    limitOn(schemeIn(records, id), "acknowledgeChangeWorkingDays", recordedOn) ?? []
  )
  return limits.length === 0 ? null : addWorkingDays(recordedOn, Math.min(...limits))
}

const itemOf = (records: Records, { id: person }: Identity, change: CircumstanceChange): ReadonlyArray<Changed> => {
  const touched = appointmentsOf(records, person).filter(({ state }) => touches(change, state))
  if (touched.length === 0) return []
  const state = records.circumstance.get(change.event)?.state ?? Circumstance.initial
  const status = isNew(change, state) ? "New" : state.status
  const recordedOn = localDateOf(change.changed.recordedAt)
  return [{
    id: change.event,
    person,
    others: [],
    kind: change.kind,
    on: change.on,
    recordedOn,
    status,
    dueOn: dueOn(records, touched.map((kept) => kept.state.scheme), recordedOn),
    possible: circumstanceSteps[status],
    toCheck: change.kind === "LegalStatus"
      ? touched.filter((kept) => asksForLegalStatus(profileFor(records, kept.state))).map((kept) => kept.id)
      : [],
    bereaved: change.kind === "Died" ? shadowedBeside(records, person) : []
  }]
}

const oldestFirst = (a: Changed, b: Changed): number =>
  a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : a.id < b.id ? -1 : 1

/** What touches two workers is one change, of the one who comes first; the other is named with it. */
const onceEach = (all: ReadonlyArray<Changed>): ReadonlyArray<Changed> => {
  const found = new Map<string, Changed>()
  for (const one of all) {
    const first = found.get(one.id)
    found.set(one.id, first === undefined ? one : { ...first, others: [...first.others, one.person] })
  }
  return [...found.values()]
}

/** Every change that touches open work, the oldest first. One that touches two workers is listed once, for the first. */
export const circumstancesIn = ({ records }: Pick<Looked, "records">): ReadonlyArray<Changed> => {
  const workers = new Set([...records.appointment.values()].map(({ state }) => holderIn(records, state).id))
  const all = [...workers].flatMap((id) => {
    const identity = identityIn(records, id)
    const apart = answerIn(records, nonAssociationsOf(identity))
    return changesOf(identity, apart).flatMap((change) => itemOf(records, identity, change))
  })
  return [...onceEach(all)].sort(oldestFirst)
}
