/**
 * Deciding as of one position: the decision asks, the store answers.
 *
 * Everything a decision reads, it reads as of the same position, which was the head before its first read. So it never
 * mixes two moments, also not where it refuses, which no append would notice. What it read becomes the checks of its
 * append, merged into as few queries as the limits allow.
 */
import { begin, calendarEdition, instant, localDateOf } from "@peerwork/core"
import type { Actor, Decided, Decides, Given, Happened, Known, Query, QueryItem, Read } from "@peerwork/core"
import * as Arr from "effect/Array"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { Check } from "./Append.ts"
import type { Store } from "./EventStore.ts"
import { limits } from "./Limits.ts"
import { numberTaken } from "./LookupIndex.ts"
import { beginning } from "./Position.ts"
import type { Position } from "./Position.ts"
import { LogCorrupt } from "./StoreErrors.ts"
import type { ReadError } from "./StoreErrors.ts"
import { understand } from "./Understanding.ts"
import type { EventTypes } from "./Understanding.ts"

/** What is to be decided, and for whom. */
export interface ToDecide {
  readonly decides: Decides
  readonly command: Given
  readonly actor: Actor
}

const load = (store: Store, types: EventTypes, { fold, query }: Read, upTo: Position) =>
  Effect.gen(function*() {
    const events: Array<Happened> = []
    let after = beginning
    while (fold && after < upTo) {
      const page = yield* store.readPage({ query, after, upTo })
      if (page.scannedTo <= after) return yield* new LogCorrupt({ kind: "order", at: after })
      events.push(...yield* understand(types, page.events))
      after = page.scannedTo
    }
    return events
  })

const knownAsOf = (store: Store, { actor, command, decides }: ToDecide, upTo: Position) =>
  Effect.gen(function*() {
    const now = instant(new Date(yield* Clock.currentTimeMillis).toISOString())
    const taken = yield* numberTaken(store, decides.command, command, upTo)
    return { now, today: localDateOf(now), calendar: calendarEdition, actor, numberTaken: taken } satisfies Known
  })

/** Runs the decision over the log as it was at the position. */
export const decideAsOf = (
  store: Store,
  types: EventTypes,
  toDecide: ToDecide,
  upTo: Position
): Effect.Effect<Decided, ReadError> =>
  Effect.gen(function*() {
    let step = begin(toDecide.decides, toDecide.command, yield* knownAsOf(store, toDecide, upTo))
    while (step._tag === "Needs") {
      step = step.supply(yield* Effect.forEach(step.asks, (ask) => load(store, types, ask, upTo)))
    }
    return step
  })

/** Nothing that the decision read may have changed since. */
export const checksOf = (reads: ReadonlyArray<Read>, after: Position): ReadonlyArray<Check> => {
  const items = new Map<string, QueryItem>()
  for (const item of reads.flatMap((read): ReadonlyArray<QueryItem> => read.query)) {
    items.set(JSON.stringify(item), item)
  }
  const all = [...items.values()]
  if (!Arr.isNonEmptyReadonlyArray(all)) return []
  return Arr.chunksOf(all, limits.queryItems).map(([first, ...rest]) => {
    const query: Query = [first, ...rest]
    return Check.NothingNew({ query, after })
  })
}
