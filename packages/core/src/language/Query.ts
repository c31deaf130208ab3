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

/** An event with its place in the log. */
export interface Placed extends Matchable {
  readonly position: number
}

/** Events by stream, tag and type, so that a query over many looks only at few; they are added in the order of the log. */
export interface EventIndex<E extends Placed> {
  readonly events: ReadonlyArray<E>
  readonly add: (event: E) => void
  /** Those that match, up to a position and after another, in the order of the log. */
  readonly matching: (query: Query, upTo?: number, after?: number) => ReadonlyArray<E>
}

const byPosition = (a: Placed, b: Placed): number => a.position - b.position

export const eventIndex = <E extends Placed>(): EventIndex<E> => {
  const events: Array<E> = []
  const byStream = new Map<string, Array<E>>()
  const byTag = new Map<string, Array<E>>()
  const byType = new Map<string, Array<E>>()
  const put = (index: Map<string, Array<E>>, key: string, event: E): void => {
    const there = index.get(key)
    if (there === undefined) index.set(key, [event])
    else if (there.at(-1) !== event) there.push(event)
  }
  /** Events among which all that match the item are; the fewest that are at hand. */
  const candidates = ({ stream, tags = [], types }: QueryItem): ReadonlyArray<E> => {
    if (stream !== undefined) return byStream.get(stream) ?? []
    if (tags.length > 0) {
      return tags.map((tag) => byTag.get(tag) ?? []).reduce((one, other) => other.length < one.length ? other : one)
    }
    if (types === undefined) return events
    const [only, ...others] = types.map((type) => byType.get(type) ?? [])
    return others.length === 0 ? only ?? [] : [only ?? [], ...others].flat().sort(byPosition)
  }
  return {
    events,
    add: (event) => {
      events.push(event)
      put(byStream, event.stream, event)
      put(byType, event.type, event)
      for (const tag of event.tags) put(byTag, tag, event)
    },
    matching: (query, upTo = Number.POSITIVE_INFINITY, after = 0) => {
      const [first, ...others] = query.map((item) =>
        candidates(item).filter((event) => event.position > after && event.position <= upTo && itemMatches(item, event))
      )
      return others.length === 0 ? first ?? [] : [...new Set([first ?? [], ...others].flat())].sort(byPosition)
    }
  }
}
