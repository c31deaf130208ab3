/**
 * Answering: a reading of the law, answered from the records in memory instead of from the log.
 *
 * What the law derives from several lives it reads itself, so pages and API derive it in the same words. A view that
 * only finds ids is answered by everything that events with its tag ever concerned: whose each is, the law then asks.
 */
import { answer, LinkedWith, TemplatesOf } from "@peerwork/core"
import type { LifeName, SchemeTemplates, View } from "@peerwork/core"
import { idsConcerning, lifeNames, viewOf } from "./Records.ts"
import type { Records } from "./Records.ts"

/** The views that find ids: of which life, and by which tag. */
const finding: Readonly<Record<string, readonly [life: LifeName, tag: string]>> = {
  AppointmentsOf: ["appointment", "person"],
  ShadowingsWith: ["shadowing", "person"],
  ShadowingsFor: ["shadowing", "appointment"],
  NonAssociationsOf: ["nonassociation", "person"],
  SupportsOf: ["support", "person"],
  TrainingsOf: ["training", "person"],
  TrainingsIn: ["training", "cohort"],
  SupervisionsFor: ["supervision", "appointment"]
}

/** The templates of a scheme, and which it had adopted when: said by the templates themselves. */
export const templatesOf = ({ template }: Records, scheme: string): SchemeTemplates => {
  const own = [...template.values()].filter(({ state }) => state.scheme === scheme)
  return {
    ids: own.map(({ id }) => id),
    adopted: own.flatMap(({ id, state }) => state.adopted.map((one) => ({ ...one, template: id })))
  }
}

/**
 * Everybody with whom an id is linked. A link stands in the record that was merged, so the other is found by its tag;
 * but whoever asks from the record that was merged has to be told of the one that stays.
 */
const linkedWith = (records: Records, id: string): ReadonlyArray<string> => [
  ...new Set([
    ...idsConcerning(records, "person", `person:${id}`),
    ...(records.person.get(id)?.state.links ?? []).map(({ into }) => into)
  ])
]

const stateIn = (records: Records) => (view: View<unknown>, id: string): unknown => {
  const life = lifeNames.find((name) => viewOf(name) === view)
  if (life !== undefined) return records[life].get(id)?.state ?? view.initial
  if (view.name === TemplatesOf.name) return templatesOf(records, id)
  if (view.name === LinkedWith.name) return linkedWith(records, id)
  const found = finding[view.name]
  if (found === undefined) throw new TypeError(`${view.name} is not kept in memory`)
  return idsConcerning(records, found[0], `${found[1]}:${id}`)
}

/** What the reading comes to, by the records as they are. */
export const answerIn = <A>(records: Records, reading: Parameters<typeof answer<A>>[0]): A =>
  answer(reading, stateIn(records))
