/**
 * What the tree costs an append: 64 events in a commit, with the tree and without, in memory and in SQLite.
 *
 * Without means that nothing grows: no node is hashed, no tile is written, and the commit row holds a root of zeros.
 * Both sides hash every leaf and chain every stream. The goal is 0.85 of the throughput without. Run it with
 * `node packages/tooling/run.mjs exec -- node --conditions=@peerwork/source
 * packages/store-sqlite/src/bench/treeCost.bench.ts [folder]`; the folder should lie on the disk that is meant.
 */
import { make, memoryLog, memoryStorage, planWith } from "@peerwork/store"
import type { AppendRequest, GrowTree, LogStorage, Store } from "@peerwork/store"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import { openStorage } from "../OpenLog.ts"
import { aRequest } from "../testing/SampleRequest.ts"
import { busy, compare, elapsed, inFolder, tidied, warmUp } from "./Measuring.ts"

const rounds = 101
const eventsInCommit = 64

const noTree: GrowTree = ({ size, ...edge }, leafHashes) => ({
  root: zeros,
  frontier: nothing,
  tiles: [],
  edge: { ...edge, size: size + leafHashes.length }
})

const [zeros, nothing] = [Buffer.alloc(32), Buffer.alloc(0)]

const withoutTree = (storage: LogStorage): LogStorage => ({
  ...storage,
  exclusively: (request) =>
    storage.exclusively(request, (facts) => planWith(noTree)(facts, request, new Date().toISOString()))
})

/** The n-th request, with 64 events in streams that are written again and again. */
const wideRequest = (n: number): AppendRequest => {
  const request = aRequest(n)
  const [event] = request.events
  return { ...request, events: Arr.makeBy(eventsInCommit, (at) => ({ ...event, stream: `thing-${at % 40}` })) }
}

const appendAll = (store: Store, requests: ReadonlyArray<AppendRequest>) => () =>
  Effect.runSync(Effect.forEach(requests, store.append, { discard: true }))

interface Sides {
  readonly what: string
  readonly commits: number
  readonly measure: (run: () => void) => number
  readonly own: LogStorage
  readonly other: LogStorage
}

const compareStores = ({ commits, measure, other, own, what }: Sides) => {
  const [withTree, without] = [make(own), make(withoutTree(other))]
  const requests = Array.from({ length: (warmUp + rounds) * commits }, (_, n) => wideRequest(n))
  const part = (round: number) => requests.slice(round * commits, (round + 1) * commits)
  compare({
    what,
    rounds,
    things: commits * eventsInCommit,
    measure,
    raw: (round) => appendAll(without, part(round))(),
    own: (round) => appendAll(withTree, part(round))()
  })
}

await inFolder((folder) =>
  Effect.gen(function*() {
    compareStores({
      what: "append 64 in memory, over one without a tree",
      commits: 10,
      measure: tidied(busy),
      own: yield* memoryStorage(memoryLog()),
      other: yield* memoryStorage(memoryLog())
    })
    compareStores({
      what: "append 64 in SQLite, over one without a tree",
      commits: 10,
      measure: tidied(elapsed),
      own: yield* openStorage({ folder: `${folder}/own` }),
      other: yield* openStorage({ folder: `${folder}/other` })
    })
  })
)
