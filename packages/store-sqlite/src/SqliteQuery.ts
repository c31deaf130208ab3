/**
 * Queries in SQL: the positions that match, found by index.
 *
 * One query gives one text for reading pages and for checking that nothing new came, so the two cannot disagree. An
 * item is answered from the postings of its tags or from the events by stream or type; the items of a query are united,
 * and only then are envelopes fetched.
 */
import type { StoredPageRequest } from "@peerwork/store"

type Query = StoredPageRequest["query"]
type Item = Query[number]

/** A statement with what to bind to it, in order. */
export interface BoundSql {
  readonly sql: string
  readonly values: ReadonlyArray<string | number>
}

type Condition = readonly [sql: string, ...values: ReadonlyArray<string | number>]

const ofStream = "e.stream = (SELECT stream FROM streams WHERE name = ?)"

/** One type is found by index. Several, or those of a stream, are only compared: that is what the plus says. */
const ofTypes = (types: ReadonlyArray<string>, stream?: string): Condition =>
  types.length === 1 && stream === undefined
    ? ["e.type = ?", ...types]
    : [`+e.type IN (${types.map(() => "?").join(", ")})`, ...types]

const eventConditions = ({ stream, types }: Item): ReadonlyArray<Condition> => [
  ...(stream === undefined ? [] : [[ofStream, stream] as const]),
  ...(types === undefined ? [] : [ofTypes(types, stream)])
]

/** So many types of one item are found each by index and merged in order; for more, the log is read. */
const mostMerged = 12

const split = (item: Item): ReadonlyArray<Item> => {
  const { stream, tags = [], types = [] } = item
  const byType = stream === undefined && tags.length === 0 && types.length > 1 && types.length <= mostMerged
  return byType ? types.map((type) => ({ types: [type] })) : [item]
}

/** Where the matching events of an item are found: the tables, the column of their position, and the conditions. */
interface Found {
  readonly position: string
  readonly from: string
  readonly where: ReadonlyArray<Condition>
}

const between = (position: string, after: number, upTo: number): ReadonlyArray<Condition> => [
  [`${position} > ?`, after],
  [`${position} <= ?`, upTo]
]

/** From the postings of tags, and only from there (`CROSS JOIN` keeps the order) to the event where it is asked. */
const byTags = (item: Item, tags: ReadonlyArray<string>, after: number, upTo: number): Found => {
  const onEvents = eventConditions(item)
  const postings = tags.map((_, index) => index === 0 ? "tags AS t0" : `JOIN tags AS t${index} USING (position)`)
  const onTags = tags.map((tag, index): Condition => [`t${index}.tag = ?`, tag])
  return {
    position: "t0.position",
    from: [...postings, ...(onEvents.length === 0 ? [] : ["CROSS JOIN events AS e USING (position)"])].join(" "),
    where: [...onTags, ...between("t0.position", after, upTo), ...onEvents]
  }
}

const foundBy = (item: Item, after: number, upTo: number): Found =>
  item.tags === undefined || item.tags.length === 0
    ? {
      position: "e.position",
      from: "events AS e",
      where: [...eventConditions(item), ...between("e.position", after, upTo)]
    }
    : byTags(item, item.tags, after, upTo)

const select = (columns: string, { from, where }: Found): BoundSql => ({
  sql: `SELECT ${columns} FROM ${from} WHERE ${where.map(([sql]) => sql).join(" AND ")}`,
  values: where.flatMap(([, ...values]) => values)
})

/** The first positions that match, in order. */
export const positionsSql = ({ after, limit, query, upTo }: StoredPageRequest): BoundSql => {
  const items = query.flatMap(split).map((item) => foundBy(item, after, upTo)).map((found) =>
    select(`${found.position} AS position`, found)
  )
  return {
    sql: `SELECT position FROM (${items.map(({ sql }) => sql).join(" UNION ")}) ORDER BY position LIMIT ?`,
    values: [...items.flatMap(({ values }) => values), limit]
  }
}

/** The same positions with their envelopes. Reading everything needs no second look at the events. */
export const pageSql = (request: StoredPageRequest): BoundSql => {
  const [first, ...others] = request.query.flatMap(split).map((item) => foundBy(item, request.after, request.upTo))
  if (first?.from === "events AS e" && others.length === 0) {
    const { sql, values } = select("e.position, e.envelope", first)
    return { sql: `${sql} ORDER BY e.position LIMIT ?`, values: [...values, request.limit] }
  }
  const { sql, values } = positionsSql(request)
  return { sql: `SELECT position, envelope FROM (${sql}) CROSS JOIN events USING (position) ORDER BY position`, values }
}
