/**
 * Proves that a follower is told at once, pulls at its own pace, and stops listening when it stops.
 *
 * That nothing is lost without hints is for the contract; here nobody polls, so only a hint can wake a follower.
 */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { describe, expect, it } from "vitest"
import { request } from "./contract/SmallWorld.ts"
import { everything } from "./EventStore.ts"
import type { Store } from "./EventStore.ts"
import type { LogStorage } from "./LogStorage.ts"
import { make } from "./Make.ts"
import { makeMemoryStore, memoryLog, memoryStorage } from "./MemoryStore.ts"
import { beginning, Position } from "./Position.ts"

const withStore = <A>(body: (store: Store) => Effect.Effect<A, unknown>): Promise<A> =>
  Effect.runPromise(Effect.flatMap(makeMemoryStore({ pollEvery: "1 hour", pageSize: 2 }), body))

/** Long enough for a follower to have looked and to wait. */
const untilItWaits = Effect.repeatN(Effect.yieldNow(), 50)

const append = (store: Store, count: number) =>
  Effect.forEach(Array.from({ length: count }), (_, index) => store.append(request(index, [{ stream: "a" }])))

const untilPosition = (store: Store, last: number) =>
  store.subscribe({ query: everything, after: beginning }).pipe(
    Stream.takeUntil((page) => page.scannedTo >= last),
    Stream.runCollect,
    Effect.map((pages) => Chunk.toReadonlyArray(pages).flatMap((page) => page.events.map((event) => event.position)))
  )

describe("a follower that never polls", () => {
  it("is told of what is written while it waits", () =>
    withStore((store) =>
      Effect.gen(function*() {
        const following = yield* Effect.fork(untilPosition(store, 5))
        yield* untilItWaits
        yield* append(store, 5)
        expect(yield* Fiber.join(following)).toEqual([1, 2, 3, 4, 5])
      })
    ))

  it("is told that the position for which it waits was reached", () =>
    withStore((store) =>
      Effect.gen(function*() {
        const waiting = yield* Effect.fork(store.awaitPosition(Position(3), "1 hour"))
        yield* untilItWaits
        yield* append(store, 3)
        expect(yield* Fiber.join(waiting)).toBe(3)
      })
    ))

  it("reads a page when it wants one, and none ahead", () =>
    Effect.runPromise(Effect.gen(function*() {
      let read = 0
      const storage = yield* memoryStorage(memoryLog())
      const counting: LogStorage = {
        ...storage,
        readPage: (asked) => Effect.tap(storage.readPage(asked), () => Effect.sync(() => read++))
      }
      const store = make(counting, { pageSize: 2 })
      yield* append(store, 9)
      const pages = yield* Stream.runCollect(Stream.take(store.subscribe({ query: everything, after: beginning }), 3))
      expect(Chunk.toReadonlyArray(pages).map((page) => page.scannedTo)).toEqual([2, 4, 6])
      expect(read).toBe(3)
    })))
})
