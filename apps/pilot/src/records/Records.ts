/**
 * Records: what is the case in every life, folded from the log and kept in memory.
 *
 * The states are those of the law's own views, as plain data, so folding the log twice, or an export of it, gives the
 * same bytes. Nothing personal stands here: names are kept apart (see `Names`) and joined by whoever shows them.
 */
import {
  Appointment,
  Circumstance,
  Cohort,
  Escalation,
  instanceOf,
  lives,
  NonAssociation,
  Notice,
  Person,
  Route,
  Scheme,
  Shadowing,
  Staff,
  Supervision,
  Support,
  Trainer,
  Training,
  TrainingTemplate
} from "@peerwork/core"
import type { Happened, LifeName, View } from "@peerwork/core"

/** One instance of a life: its state, and its version for `ETag` and `If-Match`. */
export interface Kept<State> {
  readonly id: string
  readonly version: number
  readonly state: State
}

type StateOf<L extends LifeName> = (typeof lives)[L] extends View<infer State> ? State : never

export const lifeNames = Object.keys(lives) as ReadonlyArray<LifeName>

/** The view that folds a life. */
export const viewOf = (life: LifeName): View<unknown> => lives[life]

export type Records =
  & { readonly [L in LifeName]: Map<string, Kept<StateOf<L>>> }
  & {
    /** Everything up to here is folded. */
    position: number
    /** The streams of the events that carry a tag: everything that concerns a person, a scheme, an appointment. */
    readonly concerning: Map<string, Set<string>>
  }

export const emptyRecords = (): Records => ({
  scheme: new Map(),
  staff: new Map(),
  person: new Map(),
  appointment: new Map(),
  shadowing: new Map(),
  route: new Map(),
  escalation: new Map(),
  template: new Map(),
  cohort: new Map(),
  training: new Map(),
  trainer: new Map(),
  supervision: new Map(),
  nonassociation: new Map(),
  notice: new Map(),
  circumstance: new Map(),
  support: new Map(),
  position: 0,
  concerning: new Map()
})

const evolved = <State>(view: View<State>, kept: Map<string, Kept<State>>, id: string, event: Happened): void => {
  const before = kept.get(id)
  kept.set(id, { id, version: event.version, state: view.evolve(before?.state ?? view.initial, event, id) })
}

/** Somebody under whose id a person in custody is registered is in no post, whichever of the two was recorded first. */
const evolveStaff = (records: Records, id: string, event: Happened): void => {
  const before = records.staff.get(id)
  const state = Staff.evolve(before?.state ?? { ...Staff.initial, inCustody: records.person.has(id) }, event, id)
  if (event.stream === `staff-${id}`) records.staff.set(id, { id, version: event.version, state })
  else if (before !== undefined) records.staff.set(id, { ...before, state })
}

const evolve = (records: Records, life: LifeName, id: string, event: Happened): void => {
  switch (life) {
    case "scheme":
      return evolved(Scheme, records.scheme, id, event)
    case "staff":
      return evolveStaff(records, id, event)
    case "person":
      evolveStaff(records, id, event)
      return evolved(Person, records.person, id, event)
    case "appointment":
      return evolved(Appointment, records.appointment, id, event)
    case "shadowing":
      return evolved(Shadowing, records.shadowing, id, event)
    case "route":
      return evolved(Route, records.route, id, event)
    case "escalation":
      return evolved(Escalation, records.escalation, id, event)
    case "supervision":
      return evolved(Supervision, records.supervision, id, event)
    case "nonassociation":
      return evolved(NonAssociation, records.nonassociation, id, event)
    case "notice":
      return evolved(Notice, records.notice, id, event)
    case "circumstance":
      return evolved(Circumstance, records.circumstance, id, event)
    case "support":
      return evolved(Support, records.support, id, event)
    case "template":
      return evolved(TrainingTemplate, records.template, id, event)
    case "cohort":
      return evolved(Cohort, records.cohort, id, event)
    case "training":
      return evolved(Training, records.training, id, event)
    case "trainer":
      return
  }
}

const ofTrainers: ReadonlySet<string> = new Set(Trainer.query("").flatMap(({ types }) => types ?? []))

/** What a trainer did is also said by the sessions of cohorts: their state follows the tag, not the stream. */
const evolveTrainers = (records: Records, event: Happened): void => {
  for (const tag of event.tags.filter((one) => one.startsWith("staff:"))) {
    const id = tag.slice("staff:".length)
    const before = records.trainer.get(id)
    const state = Trainer.evolve(before?.state ?? Trainer.initial, event, id)
    const version = event.stream === `trainer-${id}` ? event.version : before?.version ?? 0
    if (state !== Trainer.initial) records.trainer.set(id, { id, version, state })
  }
}

/** Folds one more event, in place: 100,000 of them are folded at start. */
export const foldIn = (records: Records, event: Happened): void => {
  const instance = instanceOf(event.stream)
  if (instance !== null) evolve(records, instance.life, instance.id, event)
  if (ofTrainers.has(event.type)) evolveTrainers(records, event)
  for (const tag of event.tags) {
    const streams = records.concerning.get(tag)
    if (streams === undefined) records.concerning.set(tag, new Set([event.stream]))
    else streams.add(event.stream)
  }
  records.position = event.position
}

/**
 * The ids of a life's instances that events with the tag ever concerned, in the order in which they were first named.
 */
export const idsConcerning = (records: Records, life: LifeName, tag: string): ReadonlyArray<string> => {
  const prefix = `${life}-`
  return [...records.concerning.get(tag) ?? []].filter((stream) => stream.startsWith(prefix))
    .map((stream) => stream.slice(prefix.length))
}
