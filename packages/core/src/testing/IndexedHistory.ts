/**
 * A history that is found by stream and tag, so that deciding over it costs what concerns the decision, however long it
 * is; and two who decide at once, each on what they have seen, as with a store.
 *
 * What somebody decided on a history that has grown since is kept only if nothing new matches what they read; otherwise
 * they decide again. That is the rule of every store, in a few lines without one.
 */
import type { Actor } from "../language/Actor.ts"
import type { Given } from "../language/Command.ts"
import { begin, calendarEdition } from "../language/Deciding.ts"
import type { Decided, Read } from "../language/Deciding.ts"
import type { Known } from "../language/Decision.ts"
import type { Happened } from "../language/Event.ts"
import type { Instant } from "../language/Instant.ts"
import { localDateOf } from "../language/Instant.ts"
import { eventIndex } from "../language/Query.ts"
import type { Query } from "../language/Query.ts"
import { decisions } from "../Registry.ts"

/** Who acts, when, and whether the prison number they give is somebody else's. */
export interface Acting {
  readonly actor: Actor
  readonly now: Instant
  readonly numberTaken: boolean
}

const knownBy = ({ actor, now, numberTaken }: Acting): Known => ({
  now,
  today: localDateOf(now),
  calendar: calendarEdition,
  actor,
  numberTaken
})

const eventId = (position: number): string => `00000000-0000-8000-8000-${position.toString(16).padStart(12, "0")}`

export interface IndexedHistory {
  readonly events: ReadonlyArray<Happened>
  /** The events that the query finds, up to a position. */
  readonly matching: (query: Query, upTo: number) => ReadonlyArray<Happened>
  /** Decides on what had happened up to a position; nothing is kept. */
  readonly decide: (given: Given, acting: Acting, upTo: number) => Decided
  /** Keeps what was decided, unless something that was read has changed since; then says null. */
  readonly keep: (decided: Decided, upTo: number) => ReadonlyArray<Happened> | null
}

export const indexedHistory = (before: ReadonlyArray<Happened>): IndexedHistory => {
  const { add: put, events, matching } = eventIndex<Happened>()
  const versions = new Map<string, number>()

  const add = (event: Happened): void => {
    put(event)
    versions.set(event.stream, event.version)
  }

  const hasChanged = ({ query }: Read, since: number): boolean => matching(query, events.length, since).length > 0

  before.forEach(add)
  return {
    events,
    matching,
    decide: (given, acting, upTo) => {
      const decides = decisions.get(given._tag)
      if (decides === undefined) throw new RangeError(`${given._tag} is no command`)
      let step = begin(decides, given, knownBy(acting))
      while (step._tag === "Needs") {
        step = step.supply(step.asks.map((ask) => ask.fold ? matching(ask.query, upTo) : []))
      }
      return step
    },
    keep: ({ decides, decision, known, reads }, upTo) => {
      if (decision._tag === "Refused") return []
      if (upTo < events.length && reads.some((one) => hasChanged(one, upTo))) return null
      const first = events.length + 1
      const added = decision.events.map((event, index): Happened => ({
        ...event,
        id: eventId(first + index),
        position: first + index,
        version: 0,
        recordedAt: known.now,
        actor: known.actor,
        command: { id: eventId(first), type: decides.command.name }
      }))
      return added.map((event) => {
        const next = { ...event, version: (versions.get(event.stream) ?? 0) + 1 }
        add(next)
        return next
      })
    }
  }
}
