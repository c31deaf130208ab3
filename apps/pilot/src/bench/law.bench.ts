/**
 * What the law costs: a decision over a person with a long history, views over decoded events, and the whole way from
 * the log to the states beside the same scan, parse and fold without any check of what was stored.
 *
 * Run it with `node packages/tooling/run.mjs exec -- node --conditions=@peerwork/source apps/pilot/src/bench/law.bench.ts`.
 * The goals are 5 ms a decision, a million events a second, and 0.80 of the raw way.
 */
import { addDays, date, eventTypes, Peerwork, RecordWingChange, Shadowing, SignOffShadowing } from "@peerwork/core"
import type { Happened } from "@peerwork/core"
import { everything, Position, understand } from "@peerwork/store"
import type { RecordedEvent, Store } from "@peerwork/store"
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { fillWithCopies } from "../acceptance/ManyCopies.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"

/** How long processors are busy, in seconds. */
const busy = (run: () => void): number => {
  const begun = process.cpuUsage()
  run()
  const { system, user } = process.cpuUsage(begun)
  return (system + user) / 1e6
}

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const rounds = <A>(count: number, one: (round: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, round) => one(round))

setFlagsFromString("--expose-gc")
const collect = runInNewContext("gc") as () => void

/** A worker about whom a thousand things are recorded, and a sign-off of their shadowing. */
const longHistory = () => {
  const example = Peerwork.examples.shadowingSince("2016-03-21")
  let { events } = example
  for (let change = 0; events.length < 1000 + example.events.length; change += 1) {
    const on = addDays(date("2016-03-21"), Math.floor(change / 60))
    const wing = change % 2 === 0 ? "B_WING" : "C_WING"
    events = Peerwork.decide(RecordWingChange.make({ person: example.worker, wing, on }), events, { today: on }).events
  }
  return { events, shadowing: example.shadowing }
}

const decisionOverAThousand = (): void => {
  const { events, shadowing } = longHistory()
  const today = date("2016-04-08")
  const given = SignOffShadowing.make({ shadowing, on: today })
  const each = rounds(50, () => busy(() => rounds(20, () => Peerwork.check(given, events, { today }))) / 20)
  console.log(`a decision over a person with 1,000 events: ${(median(each) * 1000).toFixed(2)} ms`)
}

const evolving = (): void => {
  const { events, shadowing } = Peerwork.examples.shadowingSince("2016-03-21")
  const own = events.filter(({ stream }) => stream === `shadowing-${shadowing}`)
  const million = Array.from({ length: 1_000_000 }, (_, index) => own[index % own.length]).filter((one) =>
    one !== undefined
  )
  const each = rounds(5, () =>
    busy(() => {
      let state = Shadowing.initial
      for (const event of million) state = Shadowing.evolve(state, event, shadowing)
    }))
  console.log(`evolve over decoded events: ${(1 / median(each)).toFixed(1)} million a second`)
}

const folded = (events: ReadonlyArray<Happened>, into = emptyRecords()) => {
  for (const event of events) foldIn(into, event)
  return into
}

/** As the app reads its log when it starts. */
const own = (store: Store): number => {
  const records = emptyRecords()
  const toTheEnd = Effect.gen(function*() {
    const upTo = yield* store.head
    while (records.position < upTo) {
      const page = yield* store.readPage({ query: everything, after: Position(records.position), upTo })
      folded(yield* understand(eventTypes, page.events), records)
    }
  })
  Effect.runSync(toTheEnd)
  return records.position
}

/** Believes every byte: the rows as they are, parsed and folded. */
const raw = (db: DatabaseSync, count: number): number => {
  const page = db.prepare("SELECT position, envelope FROM events WHERE position > ? ORDER BY position LIMIT 1000")
  page.setReturnArrays(true)
  const records = emptyRecords()
  while (records.position < count) {
    for (const row of page.all(records.position)) {
      const envelope = JSON.parse(String(row[1])) as RecordedEvent["envelope"]
      foldIn(records, { ...envelope, position: Number(row[0]) } as unknown as Happened)
    }
  }
  return records.position
}

const fromTheLog = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "peerwork-bench-"))
  try {
    await Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const store = yield* open({ folder })
      yield* fillWithCopies(store, 20_000)
      const head = yield* store.head
      const file = readdirSync(folder).find((name) => name.endsWith(".sqlite")) ?? ""
      const db = new DatabaseSync(join(folder, file), { readOnly: true })
      // The two take turns to begin, each with what the one before left behind cleared away
      const ratios = rounds(24, (round) => {
        const ways = [() => void raw(db, head), () => void own(store)]
        const [first = 0, second = 0] = (round % 2 === 0 ? ways : ways.reverse()).map((way) => {
          collect()
          return busy(way)
        })
        return round % 2 === 0 ? first / second : second / first
      }).slice(2)
      db.close()
      console.log(`from the log (scan, parse, decode, fold): ${median(ratios).toFixed(2)} of raw, ${head} events`)
    })))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

decisionOverAThousand()
evolving()
await fromTheLog()
