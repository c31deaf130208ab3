/**
 * Rules of order: positions are dense, versions are dense, time does not fall, and a page says how far it looked.
 */
import * as Chunk from "effect/Chunk"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as fc from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { everything } from "../EventStore.ts"
import type { Page, ReadRequest, RecordedEvent, Store } from "../EventStore.ts"
import { limits } from "../Limits.ts"
import { beginning, Position } from "../Position.ts"
import { expectEqual, expectThat, inRounds, onOneLog, pause, storeOf } from "./ContractRule.ts"
import type { ContractRule } from "./ContractRule.ts"
import { clockOf } from "./FakeClock.ts"
import { forAll } from "./ForAll.ts"
import { concerns } from "./NaiveModel.ts"
import { anyHistory, anyQuery, request, settled } from "./SmallWorld.ts"
import type { Step } from "./SmallWorld.ts"

/** All events that match, page by page. */
export const eventsOf = (store: Store, request: ReadRequest): Effect.Effect<ReadonlyArray<RecordedEvent>, unknown> =>
  Effect.map(Stream.runCollect(store.read(request)), Chunk.toReadonlyArray)

/** All events. */
export const allEvents = (store: Store): Effect.Effect<ReadonlyArray<RecordedEvent>, unknown> =>
  eventsOf(store, { query: everything, after: beginning })

/** Appends what the history asks for; what is refused is refused. */
export const happen = (store: Store, history: ReadonlyArray<Step>): Effect.Effect<void> =>
  Effect.forEach(
    history,
    (step) => Effect.ignore(Effect.flatMap(store.head, (head) => store.append(settled(step, head)))),
    {
      discard: true
    }
  )

const positionsOf = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<number> =>
  events.map((event) => event.position)

const upTo = (last: number): ReadonlyArray<number> => Array.from({ length: last }, (_, index) => index + 1)

/** Reads everything again and again, until the writers are done and one page more. */
const watching = (store: Store, writing: Fiber.Fiber<unknown, unknown>) =>
  Effect.gen(function*() {
    const seen: Array<{ readonly page: Page; readonly events: ReadonlyArray<RecordedEvent> }> = []
    let done = false
    while (!done) {
      done = (yield* Fiber.poll(writing))._tag === "Some"
      seen.push({
        page: yield* store.readPage({ query: everything, after: beginning }),
        events: yield* allEvents(store)
      })
      yield* pause
    }
    return seen
  })

const readersSeeADensePrefix = inRounds((store, log, fixture) =>
  Effect.gen(function*() {
    const writers = Effect.forEach(upTo(fixture.racers), (writer) =>
      Effect.gen(function*() {
        const own = yield* storeOf(fixture, log)
        yield* pause
        yield* own.append(request(writer, [{ stream: `thing-${writer}` }, { stream: "thing-shared" }]))
      }), { concurrency: "unbounded", discard: true })
    const writing = yield* Effect.fork(writers)
    const seen = yield* watching(store, writing)
    yield* Fiber.join(writing)
    const known = new Map<number, string>()
    for (const { events, page } of seen) {
      yield* expectEqual(positionsOf(page.events), upTo(page.scannedTo), "a page that was read while others wrote")
      yield* expectEqual(positionsOf(events), upTo(events.length), "what was read while others wrote")
      for (const event of [...page.events, ...events]) {
        const before = known.get(event.position) ?? event.bytes
        yield* expectEqual(event.bytes, before, `the event at position ${event.position}, read twice`)
        known.set(event.position, event.bytes)
      }
    }
    yield* expectEqual(known.size, 2 * fixture.racers, "events that some reader has seen at the end")
  })
)

const versionsAreDense = forAll(anyHistory, (history, store) =>
  Effect.gen(function*() {
    yield* happen(store, history)
    const versions = new Map<string, number>()
    for (const { envelope } of yield* allEvents(store)) {
      const next = (versions.get(envelope.stream) ?? 0) + 1
      yield* expectEqual(envelope.version, next, `the version of ${envelope.id} in ${envelope.stream}`)
      versions.set(envelope.stream, next)
    }
  }))

const pagesOfAnySize = forAll(
  fc.tuple(anyHistory, anyQuery, fc.constantFrom(1, 2, 7, 256)),
  ([history, query, limit], store) =>
    Effect.gen(function*() {
      yield* happen(store, history)
      const head = yield* store.head
      const found: Array<number> = []
      let after = beginning
      while (after < head) {
        const page = yield* store.readPage({ query, after, limit })
        yield* expectThat(page.scannedTo > after, `a page after ${after} has looked at nothing`)
        yield* expectThat(page.events.length <= limit, `a page of ${limit} holds ${page.events.length}`)
        found.push(...positionsOf(page.events))
        after = page.scannedTo
      }
      const whole = yield* eventsOf(store, { query, after: beginning })
      yield* expectEqual(found, positionsOf(whole), `pages of ${limit} joined together`)
      yield* expectEqual(after, head, "how far the last page looked")
    })
)

const someBounds = fc.array(fc.tuple(anyQuery, fc.nat(40), fc.nat(40)), { minLength: 5, maxLength: 5 })

const pagesAreBounded = forAll(fc.tuple(anyHistory, someBounds), ([history, bounds], store) =>
  Effect.gen(function*() {
    yield* happen(store, history)
    for (const [query, from, to] of bounds) {
      const [after, last] = [Position(from), Position(to)]
      const page = yield* store.readPage({ query, after, upTo: last, limit: limits.eventsOnPage })
      const whole = yield* eventsOf(store, { query, after: beginning })
      const wanted = positionsOf(whole).filter((position) => position > from && position <= to)
      yield* expectEqual(positionsOf(page.events), wanted, `events after ${from} up to ${to}`)
      const looked = Math.max(from, Math.min(to, yield* store.head))
      yield* expectEqual(page.scannedTo, looked, `how far (${from}, ${to}] was looked at`)
    }
  }))

const answersWhatMatches = forAll(
  fc.tuple(anyHistory, fc.array(anyQuery, { minLength: 1, maxLength: 5 })),
  ([history, queries], store) =>
    Effect.gen(function*() {
      yield* happen(store, history)
      const all = yield* allEvents(store)
      for (const query of queries) {
        const expected = all.filter(({ envelope }) => concerns(query, envelope))
        const found = yield* eventsOf(store, { query, after: beginning })
        yield* expectEqual(positionsOf(found), positionsOf(expected), `events that match ${JSON.stringify(query)}`)
      }
    })
)

const hour = Duration.toMillis("1 hour")
const noon = Date.UTC(2016, 3, 4, 12)

const timeNeverFalls = onOneLog((store) =>
  Effect.gen(function*() {
    const times = [noon, noon - hour, noon, noon + 365 * 24 * hour, noon, noon, noon + 1, noon + 366 * 24 * hour]
    const clock = clockOf(times)
    for (const index of upTo(times.length)) {
      yield* Effect.withClock(
        store.append(request(index, [{ stream: "thing-a" }, { stream: `thing-${index}` }])),
        clock
      )
    }
    const recorded = (yield* allEvents(store)).map((event) => event.envelope.recordedAt)
    const expected = times.map((_, index) => new Date(Math.max(...times.slice(0, index + 1))).toISOString())
    yield* expectEqual(recorded, expected.flatMap((time) => [time, time]), "the times of recording along positions")
  })
)

const rule = (id: string, clause: string, run: ContractRule["run"]): ContractRule => ({
  id,
  family: "order",
  clause,
  needs: [],
  run
})

export const orderRules: ReadonlyArray<ContractRule> = [
  rule(
    "dense-prefix",
    "Whatever a reader sees while others write is a prefix without holes, and it never changes",
    readersSeeADensePrefix
  ),
  rule("dense-versions", "Versions in a stream are 1, 2, 3 and on, in the order of positions", versionsAreDense),
  rule(
    "pages-join",
    "Pages of any size join to the same events, and every page moves on, also past what does not match",
    pagesOfAnySize
  ),
  rule(
    "pages-bounded",
    "A page holds what matches after one position and up to another, and says how far it looked",
    pagesAreBounded
  ),
  rule(
    "reads-match",
    "Reading a query answers exactly the events that match it, in the order of positions",
    answersWhatMatches
  ),
  rule("time-never-falls", "The time of recording never falls along positions, whatever the clock does", timeNeverFalls)
]
