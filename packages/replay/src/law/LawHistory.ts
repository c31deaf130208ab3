/**
 * The history that a law decides over: every event that it was given, found again by stream, type and tag.
 *
 * Events are taken in the order of the log and asked for as of a position, so one history serves every decision of the
 * log. An event that this law does not understand is remembered as such: whatever would have read it cannot be decided.
 */
import { eventIndex, eventTypes, happenedIn, matches } from "@peerwork/core"
import type { Envelope, Happened, NotUnderstood, Query } from "@peerwork/core"

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

/** A history without events. */
export const makeHistory = (): LawHistory => {
  const index = eventIndex<Happened>()
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
      index.add(event)
    },
    about: index.matching,
    unread: (query, upTo) =>
      unread.find(({ envelope, position }) => position <= upTo && matches(query, envelope)) ?? null,
    head: () => head
  }
}
