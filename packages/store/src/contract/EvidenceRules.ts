/**
 * Rules of evidence: every commit carries the tree over the stored bytes, and so everybody computes the same root.
 */
import { appendLeaves, emptyRange, leafHash, rootOf } from "@peerwork/ledger"
import type { CompactRange } from "@peerwork/ledger"
import * as Effect from "effect/Effect"
import type { RecordedEvent, Store } from "../EventStore.ts"
import { make } from "../Make.ts"
import { memoryLog, memoryStorage } from "../MemoryStore.ts"
import { expectEqual, onOneLog, reopened } from "./ContractRule.ts"
import type { ContractRule } from "./ContractRule.ts"
import { clockOf } from "./FakeClock.ts"
import { forAll } from "./ForAll.ts"
import { allEvents, happen } from "./OrderRules.ts"
import { anyHistory, request } from "./SmallWorld.ts"
import type { Step } from "./SmallWorld.ts"

const base64 = (hash: Uint8Array | null): string | null => hash === null ? null : Buffer.from(hash).toString("base64")

const hashesOf = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<Uint8Array> =>
  events.map((event) => leafHash(event.bytes))

const rangeOf = (events: ReadonlyArray<RecordedEvent>): CompactRange => appendLeaves(emptyRange(), hashesOf(events))

/** The store says of its tree what follows from the bytes that it hands out. */
const expectTreeOfBytes = (store: Store, when: string) =>
  Effect.gen(function*() {
    const events = yield* allEvents(store)
    const { origin, root, size } = yield* store.treeHead
    yield* expectEqual([origin, size], [store.origin, events.length], `origin and size of the tree ${when}`)
    yield* expectEqual(base64(root), base64(rootOf(rangeOf(events))), `the root over ${size} events ${when}`)
  })

const treeIsOfTheBytes = forAll(anyHistory, (history, store) =>
  Effect.gen(function*() {
    yield* expectTreeOfBytes(store, "of an empty log")
    for (const [index, step] of history.entries()) {
      yield* happen(store, [step])
      yield* expectTreeOfBytes(store, `after request ${index + 1}`)
    }
  }))

/** Appends so many requests of so many events, enough together for a full tile. */
export const fill = (store: Store, from: number, requests: number, each: number) =>
  Effect.forEach(
    Array.from({ length: requests }, (_, index) => from + index),
    (command) => {
      const others = Array.from({ length: each - 1 }, (_, at) => ({ stream: `thing-${(command + at) % 7}` }))
      return store.append(request(command, [{ stream: "thing-all" }, ...others]))
    },
    { discard: true }
  )

const fullTilesAreKept = onOneLog((store) =>
  Effect.gen(function*() {
    yield* fill(store, 1, 11, 50)
    yield* expectTreeOfBytes(store, "after 550 events")
    const hashes = hashesOf(yield* allEvents(store))
    for (const index of [0, 1]) {
      const expected = Buffer.concat(hashes.slice(index * 256, (index + 1) * 256))
      yield* expectEqual(base64(yield* store.tile(0, index)), base64(expected), `tile ${index} of leaves`)
    }
    yield* expectEqual(yield* store.tile(0, 2), null, "the tile that is not full yet")
    yield* expectEqual(yield* store.tile(1, 0), null, "the tile above, which is not full either")
  })
)

const goesOnAfterReopening = onOneLog((store, log, fixture) =>
  Effect.gen(function*() {
    yield* fill(store, 1, 6, 50)
    const before = yield* store.treeHead
    const again = yield* reopened(fixture, log)
    yield* expectEqual(base64((yield* again.treeHead).root), base64(before.root), "the root after opening again")
    yield* fill(again, 7, 6, 50)
    yield* expectTreeOfBytes(again, "after opening again")
  })
)

const noon = Date.UTC(2016, 3, 4, 12)

/** Every request of the history under an id of its own and without checks, so that all of them are kept. */
const keepAll = (store: Store, history: ReadonlyArray<Step>) =>
  Effect.forEach(history, ({ events }, index) => store.append(request(index + 1, events)), { discard: true })

const everyStoreComputesTheSame = forAll(anyHistory, (history, store) =>
  Effect.gen(function*() {
    const other = make(yield* memoryStorage(memoryLog({ origin: store.origin })))
    const times = history.map((_, index) => noon + 1000 * index)
    yield* Effect.withClock(keepAll(store, history), clockOf(times))
    yield* Effect.withClock(keepAll(other, history), clockOf(times))
    const roots = [yield* store.treeHead, yield* other.treeHead].map(({ root }) => base64(root))
    yield* expectEqual(roots[0], roots[1], "the root of the same requests at the same times")
  }))

const rule = (
  id: string,
  clause: string,
  run: ContractRule["run"],
  needs: ContractRule["needs"] = []
): ContractRule => ({ id, family: "evidence", clause, needs, run })

export const evidenceRules: ReadonlyArray<ContractRule> = [
  rule(
    "tree-of-bytes",
    "After every append, size and root of the tree are those of the stored bytes",
    treeIsOfTheBytes
  ),
  rule("full-tiles", "Every tile is kept once it is full, with the hashes of the stored bytes", fullTilesAreKept),
  rule("tree-goes-on", "The tree goes on where it was when the log is opened again", goesOnAfterReopening, ["reopen"]),
  rule(
    "same-root",
    "The same requests at the same times give the same root in every store",
    everyStoreComputesTheSame
  )
]
