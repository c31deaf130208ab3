/**
 * What a view reads: which events concern it.
 *
 * The same predicate loads a view's events and guards the append of what was decided from them, so a decision can
 * neither miss an event that it folds nor be disturbed by one that it does not.
 */

/** All that is given must match (AND); an absent part matches everything. */
export interface QueryItem {
  readonly stream?: string
  /** Any of these types. */
  readonly types?: ReadonlyArray<string>
  /** Every one of these tags. */
  readonly tags?: ReadonlyArray<string>
}

/** Any of the items (OR). There is always at least one. */
export type Query = readonly [QueryItem, ...ReadonlyArray<QueryItem>]

/** The part of an event that a query looks at. */
export interface Matchable {
  readonly stream: string
  readonly type: string
  readonly tags: ReadonlyArray<string>
}

const itemMatches = (item: QueryItem, event: Matchable): boolean =>
  (item.stream === undefined || item.stream === event.stream) &&
  (item.types === undefined || item.types.includes(event.type)) &&
  (item.tags === undefined || item.tags.every((tag) => event.tags.includes(tag)))

/** Whether the event concerns the query. */
export const matches = (query: Query, event: Matchable): boolean => query.some((item) => itemMatches(item, event))

/** Events by stream and by tag, so that a query over many looks only at those that it can match. */
export interface EventIndex<E> {
  readonly events: ReadonlyArray<E>
  readonly add: (event: E) => void
  /** Every event that matches the query, and others, in the order in which they were added. */
  readonly candidates: (query: Query) => ReadonlyArray<E>
}

export const eventIndex = <E extends Matchable>(): EventIndex<E> => {
  const events: Array<E> = []
  const byName = new Map<string, Array<E>>()
  const put = (name: string, event: E): void => {
    const there = byName.get(name)
    if (there === undefined) byName.set(name, [event])
    else if (there.at(-1) !== event) there.push(event)
  }
  return {
    events,
    add: (event) => {
      events.push(event)
      put(event.stream, event)
      for (const tag of event.tags) put(tag, event)
    },
    candidates: (query) => {
      const name = query[0].stream ?? query[0].tags?.[0]
      return query.length > 1 || name === undefined ? events : byName.get(name) ?? []
    }
  }
}
