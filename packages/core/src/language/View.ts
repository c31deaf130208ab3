/**
 * Views: pure folds over the events that concern one id.
 *
 * A view's query is derived from its events and its key, never written by hand, so it can neither miss an event that it
 * folds nor be woken by one that it does not. A **life** is the view whose key is its own stream; other views follow a
 * tag, such as all appointments of a person. `evolve` is total and never refuses: rules bind commands, not history.
 */
import type { EventOf, EventType, Happened } from "./Event.ts"
import type { Query } from "./Query.ts"

/** A fold, with the query that selects what it folds. */
export interface View<State> {
  readonly name: string
  readonly initial: State
  query(id: string): Query
  evolve(state: State, event: Happened, id: string): State
}

type Cases<E extends EventType, State> = {
  readonly [T in E["type"]]: (state: State, event: EventOf<Extract<E, { readonly type: T }>>, id: string) => State
}

interface Body<D extends ReadonlyArray<EventType>, State> {
  readonly of: D
  /**
   * `stream` for a life, `id` for the streams that lives have under one id, a tag that every one of the events carries,
   * or `all`.
   */
  readonly by: string
  readonly evolve: Cases<D[number], State>
}

const carriesTag = (type: EventType, tag: string): boolean =>
  type.life === tag ||
  Object.values(type.fields).some((field) => field.classification === "tagged" && field.tag === tag)

const keyProblem = (name: string, of: ReadonlyArray<EventType>, by: string): string | null => {
  const lives = [...new Set(of.map((type) => type.life))]
  if (by === "all" || by === "id") return null
  if (by === "stream") {
    return lives.length === 1 ? null : `${name} follows one stream but folds events of ${lives.join(" and ")}`
  }
  const without = of.filter((type) => !carriesTag(type, by)).map((type) => type.type)
  return without.length === 0 ? null : `${name} follows the tag ${by}, which ${without.join(", ")} does not carry`
}

/** The streams of every life among the events under the id, as far as these events go. */
const underOneId = (of: ReadonlyArray<EventType>, id: string): Query => {
  const items = [...new Set(of.map(({ life }) => life))].map((life) => ({
    stream: `${life}-${id}`,
    types: of.filter((type) => type.life === life).map(({ type }) => type)
  }))
  return items as [(typeof items)[number], ...typeof items]
}

/** Declares a view in two steps, so that its state keeps the type it was given. */
export const view = <State>(name: string, initial: State) => ({
  from<const D extends ReadonlyArray<EventType>>({ by, evolve, of }: Body<D, State>): View<State> {
    const problem = keyProblem(name, of, by)
    if (problem !== null) throw new TypeError(problem)
    const types = of.map((type) => type.type)
    const life = of[0]?.life ?? ""
    const cases: Readonly<Record<string, ((state: State, event: never, id: string) => State) | undefined>> = evolve
    return {
      name,
      initial,
      query: (id) =>
        by === "all"
          ? [{ types }]
          : by === "stream"
          ? [{ stream: `${life}-${id}` }]
          : by === "id"
          ? underOneId(of, id)
          : [{ types, tags: [`${by}:${id}`] }],
      evolve: (state, event, id) => cases[event.type]?.(state, event as never, id) ?? state
    }
  }
})

/** Folds events that match the view's query. An error names the view, the id and the position. */
export const fold = <State>(
  of: View<State>,
  id: string,
  events: ReadonlyArray<Happened>,
  from: State = of.initial
): State => {
  let state = from
  for (const event of events) {
    try {
      state = of.evolve(state, event, id)
    } catch (cause) {
      throw new Error(`${of.name} of ${id} could not fold ${event.type} at position ${event.position}`, { cause })
    }
  }
  return state
}
