/**
 * The history that a law decides over: every event that it was given, found again by stream, type and tag.
 *
 * Events are taken in the order of the log and asked for as of a position, so one history serves every decision of the
 * log. An event that this law does not understand is remembered as such: whatever would have read it cannot be decided.
 */
import { eventTypes, happenedIn, matches } from "@peerwork/core"
import type { Envelope, Happened, NotUnderstood, Query, QueryItem } from "@peerwork/core"

/** An event with its place in the log. */
export interface Stored {
  readonly position: number
  readonly envelope: Envelope
}

/** An event that this law cannot read, and why. */
export interface Unread extends Stored {
  readonly because: NotUnderstood
}

export interface LawHistory {
  /** Takes the next event. Positions that were skipped may never come. */
  readonly take: (stored: Stored) => void
  /** The events that match, in the order of the log, after one position and up to another. */
  readonly about: (query: Query, upTo: number, after?: number) => ReadonlyArray<Happened>
  /** The first event that would have matched and is not understood. */
  readonly unread: (query: Query, upTo: number) => Unread | null
  /** The newest position that was taken. */
  readonly head: () => number
}

type Index = Map<string, Array<Happened>>

const put = (index: Index, key: string, event: Happened): void => {
  const found = index.get(key)
  if (found === undefined) index.set(key, [event])
  else found.push(event)
}

interface Indexes {
  readonly all: Array<Happened>
  readonly byStream: Index
  readonly byTag: Index
  readonly byType: Index
}

const byPosition = (a: Happened, b: Happened): number => a.position - b.position

/** Events among which all that match the item are; the fewest that are at hand. */
const candidates = ({ all, byStream, byTag, byType }: Indexes, item: QueryItem): ReadonlyArray<Happened> => {
  if (item.stream !== undefined) return byStream.get(item.stream) ?? []
  if (item.tags !== undefined && item.tags.length > 0) {
    return item.tags.map((tag) => byTag.get(tag) ?? []).reduce((one, other) => other.length < one.length ? other : one)
  }
  if (item.types === undefined) return all
  return item.types.flatMap((type) => byType.get(type) ?? []).sort(byPosition)
}

const found = (indexes: Indexes, item: QueryItem, upTo: number, after: number): ReadonlyArray<Happened> =>
  candidates(indexes, item).filter((event) =>
    event.position > after && event.position <= upTo && matches([item], event)
  )

/** A history without events. */
export const makeHistory = (): LawHistory => {
  const indexes: Indexes = { all: [], byStream: new Map(), byTag: new Map(), byType: new Map() }
  const unread: Array<Unread> = []
  let head = 0
  return {
    take: ({ envelope, position }) => {
      head = position
      const event = happenedIn(eventTypes, envelope, position)
      if ("_tag" in event) {
        unread.push({ position, envelope, because: event })
        return
      }
      indexes.all.push(event)
      put(indexes.byStream, event.stream, event)
      put(indexes.byType, event.type, event)
      for (const tag of event.tags) put(indexes.byTag, tag, event)
    },
    about: (query, upTo, after = 0) => {
      const [only, ...others] = query
      if (others.length === 0) return found(indexes, only, upTo, after)
      return [...new Set(query.flatMap((item) => found(indexes, item, upTo, after)))].sort(byPosition)
    },
    unread: (query, upTo) =>
      unread.find(({ envelope, position }) => position <= upTo && matches(query, envelope)) ?? null,
    head: () => head
  }
}
