/**
 * Rules of following: a subscriber gets everything once and in order, whatever becomes of the hints.
 */
import type { Query } from "@peerwork/core"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import { everything } from "../EventStore.ts"
import type { Page, Store } from "../EventStore.ts"
import type { LogStorage } from "../LogStorage.ts"
import { make } from "../Make.ts"
import { beginning, Position } from "../Position.ts"
import { expectEqual, onOneLog, pause, storeOf } from "./ContractRule.ts"
import type { ContractRule, Fixture, LogUnderTest } from "./ContractRule.ts"
import { request } from "./SmallWorld.ts"

const count = 30
const numbers = Array.from({ length: count }, (_, index) => index + 1)

/** Pages of a subscription until the position has been looked at. */
const follow = (store: Store, query: Query, until: number): Effect.Effect<ReadonlyArray<Page>, unknown> =>
  store.subscribe({ query, after: beginning }).pipe(
    Stream.takeUntil((page) => page.scannedTo >= until),
    Stream.runCollect,
    Effect.map(Chunk.toReadonlyArray)
  )

const positionsIn = (pages: ReadonlyArray<Page>): ReadonlyArray<number> =>
  pages.flatMap((page) => page.events.map((event) => event.position))

const write = (store: Store): Effect.Effect<void, unknown> =>
  Effect.forEach(
    numbers,
    (number) =>
      Effect.zipRight(
        pause,
        store.append(request(number, [{ stream: "a", tags: number % 10 === 0 ? ["tenth:1"] : [] }]))
      ),
    {
      discard: true
    }
  )

type Hints = LogStorage["hints"]

/** Hands on each hint as it is said, and does something else meanwhile. */
const onTheWay =
  (handOn: (queue: Queue.Queue<void>) => Effect.Effect<unknown>, meanwhile: typeof handOn = () => Effect.void) =>
  (hints: Hints): Hints =>
    Effect.gen(function*() {
      const [arriving, queue] = [yield* hints, yield* Queue.unbounded<void>()]
      yield* Effect.forkScoped(Effect.forever(Effect.zipRight(Queue.take(arriving), handOn(queue))))
      yield* Effect.forkScoped(meanwhile(queue))
      return queue
    })

const once = (queue: Queue.Queue<void>) => Queue.offer(queue, undefined)

/** What may become of hints on their way. */
const fates: Readonly<Record<string, (hints: Hints) => Hints>> = {
  dropped: () => Queue.unbounded<void>(),
  doubled: onTheWay((queue) => Queue.offerAll(queue, [undefined, undefined])),
  delayed: onTheWay((queue) => Effect.zipRight(pause, once(queue))),
  "for another log": onTheWay(once, (queue) => Effect.forever(Effect.delay(once(queue), "1 millis")))
}

const followWith = (fate: string, fixture: Fixture, log: LogUnderTest, writer: Store) =>
  Effect.gen(function*() {
    const storage = yield* log.connect
    const changed = { ...storage, hints: fates[fate]?.(storage.hints) ?? storage.hints }
    const store = (fixture.make ?? make)(changed, { pollEvery: "1 millis" })
    const following = yield* Effect.fork(follow(store, everything, count))
    yield* write(writer)
    yield* expectEqual(
      positionsIn(yield* Fiber.join(following)),
      numbers,
      `what a subscriber got whose hints were ${fate}`
    )
  })

const hintsDoNotMatter: ContractRule["run"] = (fixture) =>
  Effect.forEach(
    Object.keys(fates),
    (fate) => onOneLog((store, log) => followWith(fate, fixture, log, store))(fixture),
    { discard: true }
  )

/** Appends fall at random places of the reader's way to the head and to waiting. */
const nothingFallsBetween = onOneLog((writer, log, fixture) =>
  Effect.gen(function*() {
    const store = yield* storeOf(fixture, log, { pollEvery: "1 millis", pageSize: 3 })
    const following = yield* Effect.forEach(numbers.slice(0, 8), () =>
      Effect.fork(Effect.zipRight(pause, follow(store, everything, count))))
    yield* write(writer)
    for (const fibre of following) {
      yield* expectEqual(
        positionsIn(yield* Fiber.join(fibre)),
        numbers,
        "what a subscriber got that came at its own time"
      )
    }
  })
)

const filteredFollowersMoveOn = onOneLog((writer, log, fixture) =>
  Effect.gen(function*() {
    const store = yield* storeOf(fixture, log, { pollEvery: "1 millis" })
    const following = yield* Effect.fork(follow(store, [{ tags: ["tenth:1"] }], count))
    yield* write(writer)
    const pages = yield* Fiber.join(following)
    yield* expectEqual(positionsIn(pages), [10, 20, 30], "what a subscriber to every tenth got")
    const looked = pages.map((page) => page.scannedTo)
    yield* expectEqual(looked, [...new Set(looked)].sort((a, b) => a - b), "how far its pages looked")
  })
)

const bookmarksGoOn = onOneLog((writer, log, fixture) =>
  Effect.gen(function*() {
    yield* write(writer)
    const store = yield* storeOf(fixture, log, { pageSize: 4 })
    const pages = yield* store.subscribe({ query: everything, after: Position(17) }).pipe(
      Stream.takeUntil((page) => page.scannedTo >= count),
      Stream.runCollect
    )
    yield* expectEqual(
      positionsIn(Chunk.toReadonlyArray(pages)),
      numbers.slice(17),
      "what comes after a bookmark at 17"
    )
  })
)

const waitingForAPosition = onOneLog((writer, log, fixture) =>
  Effect.gen(function*() {
    const store = yield* storeOf(fixture, log, { pollEvery: "1 millis" })
    const waiting = yield* Effect.fork(store.awaitPosition(Position(count), "1 minute"))
    yield* write(writer)
    yield* expectEqual(yield* Fiber.join(waiting), count, "the head when the awaited position was reached")
    const late = yield* Effect.flip(store.awaitPosition(Position(count + 1), "20 millis"))
    const said = late._tag === "StoreUnavailable" ? late.reason : late._tag
    yield* expectEqual(said, "timeout", "the answer when a position was not reached in time")
  })
)

const rule = (id: string, clause: string, run: ContractRule["run"]): ContractRule => ({
  id,
  family: "following",
  clause,
  needs: [],
  run
})

export const followingRules: ReadonlyArray<ContractRule> = [
  rule(
    "without-hints",
    "A subscriber gets everything once and in order, with hints dropped, doubled, delayed or for another log",
    hintsDoNotMatter
  ),
  rule("no-gap-at-the-head", "Nothing falls between having caught up and listening", nothingFallsBetween),
  rule("filtered-followers", "A subscriber moves on past what does not match", filteredFollowersMoveOn),
  rule("bookmarks", "A subscriber goes on after any bookmark", bookmarksGoOn),
  rule(
    "await-position",
    "Waiting for a position ends when it is reached, or says that it was not reached in time",
    waitingForAPosition
  )
]
