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
