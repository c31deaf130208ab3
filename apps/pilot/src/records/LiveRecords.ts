/**
 * Live records: the records and names as of the newest event, whoever asks and whenever, and as of moments before it.
 *
 * They are folded from the log when the app starts. Whoever asks for them first lets them catch up with the log, so
 * nobody ever reads less than what has been acknowledged, and no event can be missed or folded twice. A moment before
 * is folded anew, since no event is ever taken out of what is known; the last few are kept for whoever reads on.
 */
import { correctionTypes, eventTypes, whatCounts } from "@peerwork/core"
import type { Happened, LocalDate } from "@peerwork/core"
import { everything, Position, understand } from "@peerwork/store"
import type { ReadError, Store } from "@peerwork/store"
import * as Cache from "effect/Cache"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
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
  /** What the log said up to a position, without what is dated after a day. Nobody changes it. */
  readonly asOf: (moment: KnownMoment) => Effect.Effect<Knowledge, ReadError>
}>() {}

/** How much of the log counts: up to a position, and of that what is dated until a day, or all of it. */
export interface KnownMoment {
  readonly upTo: Position
  readonly asAt: LocalDate | null
}

/** How many moments are kept, and for how long after they were folded. */
const keptMoments = { capacity: 4, howLong: Duration.minutes(5) } as const

const emptyKnowledge = (): Knowledge => ({ records: emptyRecords(), names: emptyNames() })

/** Takes events in, in the order of the log. */
const takeIn = (store: Store, { names, records }: Knowledge, events: ReadonlyArray<Happened>) =>
  Effect.gen(function*() {
    const ids = events.filter(isNaming).map(({ id }) => id)
    const personal = ids.length === 0 ? [] : yield* store.personalOf(ids)
    nameIn(names, events, personal)
    for (const event of events) foldIn(records, event)
  })

/** Every correction up to a position. */
const correctionsIn = (store: Store, upTo: Position): Effect.Effect<ReadonlyArray<Happened>, ReadError> =>
  Effect.gen(function*() {
    const found: Array<Happened> = []
    let after = Position(0)
    while (after < upTo) {
      const page = yield* store.readPage({ query: [{ types: correctionTypes }], after, upTo })
      found.push(...yield* understand(eventTypes, page.events))
      after = page.scannedTo
    }
    return found
  })

/** Takes in the log after what is known, up to a position; `choose` leaves events out. */
const catchUp = (
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

/** Folds what counts at a moment, once for all who ask about it at the same time or soon after. */
const foldingMoments = (store: Store) =>
  Effect.map(
    Cache.make({
      capacity: keptMoments.capacity,
      timeToLive: keptMoments.howLong,
      lookup: ({ asAt, upTo }: KnownMoment) =>
        asAt === null
          ? catchUp(store, emptyKnowledge(), upTo)
          : Effect.flatMap(correctionsIn(store, upTo), (corrections) => {
            const counts = whatCounts(corrections)
            return catchUp(store, emptyKnowledge(), upTo, (event) => counts(event, asAt))
          })
    }),
    (folded) => (moment: KnownMoment) => {
      const key = Data.struct(moment)
      return Effect.tapError(folded.get(key), () => folded.invalidate(key))
    }
  )

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
    return { current, asOf: yield* foldingMoments(store) }
  })
