/**
 * Live records: the records and names as of the newest event, whoever asks and whenever.
 *
 * They are folded from the log when the app starts. Whoever asks for them first lets them catch up with the log, so
 * nobody ever reads less than what has been acknowledged, and no event can be missed or folded twice.
 */
import { eventTypes } from "@peerwork/core"
import type { Happened } from "@peerwork/core"
import { everything, Position, understand } from "@peerwork/store"
import type { ReadError, Store } from "@peerwork/store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { emptyNames, isNaming, nameIn } from "./Names.ts"
import type { Names } from "./Names.ts"
import { emptyRecords, foldIn } from "./Records.ts"
import type { Records } from "./Records.ts"

/** What is known: the records, and the names that belong to them. */
export interface Knowledge {
  readonly records: Records
  readonly names: Names
}

export class LiveRecords extends Context.Tag("@peerwork/pilot/LiveRecords")<LiveRecords, {
  /** As of the newest event. It changes with the log: take from it what you need before you wait for anything else. */
  readonly current: Effect.Effect<Knowledge, ReadError>
}>() {}

export const emptyKnowledge = (): Knowledge => ({ records: emptyRecords(), names: emptyNames() })

/** Takes events in, in the order of the log. */
const takeIn = (store: Store, { names, records }: Knowledge, events: ReadonlyArray<Happened>) =>
  Effect.gen(function*() {
    const ids = events.filter(isNaming).map(({ id }) => id)
    const personal = ids.length === 0 ? [] : yield* store.personalOf(ids)
    nameIn(names, events, personal)
    for (const event of events) foldIn(records, event)
  })

/** Takes in the log after what is known, up to a position; `choose` leaves events out. */
export const catchUp = (
  store: Store,
  knowledge: Knowledge,
  upTo: Position,
  choose: (event: Happened) => boolean = () => true
): Effect.Effect<Knowledge, ReadError> =>
  Effect.gen(function*() {
    let after = Position(knowledge.records.position)
    while (after < upTo) {
      const page = yield* store.readPage({ query: everything, after, upTo })
      const events = yield* understand(eventTypes, page.events)
      yield* takeIn(store, knowledge, events.filter(choose))
      after = page.scannedTo
      knowledge.records.position = after
    }
    return knowledge
  })

/** Folds the log, and keeps up with it from then on. */
export const makeLiveRecords = (store: Store): Effect.Effect<LiveRecords["Type"], ReadError> =>
  Effect.gen(function*() {
    const knowledge = emptyKnowledge()
    const oneAtATime = yield* Effect.makeSemaphore(1)
    const current = Effect.flatMap(store.head, (head) =>
      knowledge.records.position >= head
        ? Effect.succeed(knowledge)
        : oneAtATime.withPermits(1)(catchUp(store, knowledge, head)))
    yield* current
    return { current }
  })
