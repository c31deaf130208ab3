/**
 * What reading the whole log costs over SQLite itself: scan, parse and fold, through the port and by hand. The goal is
 * 0.80.
 *
 * Run it with `node packages/tooling/run.mjs exec -- node --conditions=@peerwork/source
 * packages/store-sqlite/src/bench/replay.bench.ts [folder]`.
 */
import { beginning, everything } from "@peerwork/store"
import type { RecordedEvent, Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { DatabaseSync } from "node:sqlite"
import { logIn, open } from "../OpenLog.ts"
import { sqliteConnection } from "../SqliteConnection.ts"
import { aRequest } from "../testing/SampleRequest.ts"
import { busy, compare, inFolder } from "./Measuring.ts"

const events = 20_000
const inAppend = 100

type Envelope = RecordedEvent["envelope"]

/** A fold that does little, so that what is measured is the reading. */
const folding = () => {
  let sum = 0
  return {
    take: ({ data, version }: Envelope): void => {
      sum += typeof data["number"] === "number" ? version : 0
    },
    get sum() {
      return sum
    }
  }
}

const replayByHand = (db: DatabaseSync): number => {
  const page = db.prepare("SELECT position, envelope FROM events WHERE position > ? ORDER BY position LIMIT 1000")
  page.setReturnArrays(true)
  const fold = folding()
  for (let after = 0; after < events;) {
    for (const row of page.all(after)) {
      fold.take(JSON.parse(String(row[1])) as Envelope)
      after = Number(row[0])
    }
  }
  return fold.sum
}

const replay = (store: Store): number => {
  const fold = folding()
  const reading = store.read({ query: everything, after: beginning })
  Effect.runSync(Stream.runForEachChunk(reading, (chunk) =>
    Effect.sync(() => {
      for (const { envelope } of chunk) fold.take(envelope)
    })))
  return fold.sum
}

/** Many events in one append, to be ready sooner. */
const fill = (store: Store) =>
  Effect.forEach(Array.from({ length: events / inAppend }), (_, number) => {
    const request = aRequest(number)
    const [event] = request.events
    return store.append({ ...request, events: [event, ...Array.from({ length: inAppend - 1 }, () => event)] })
  }, { discard: true })

await inFolder((folder) =>
  Effect.gen(function*() {
    const store = yield* open({ folder })
    yield* fill(store)
    const db = yield* sqliteConnection(logIn(folder))
    if (replay(store) !== replayByHand(db)) throw new Error("the two replays differ")
    compare({
      what: "replay: scan, parse and fold",
      rounds: 21,
      things: events,
      measure: busy,
      raw: () => replayByHand(db),
      own: () => replay(store)
    })
  })
)
