/**
 * What the store costs over SQLite itself, as ratios measured side by side in one run.
 *
 * Run it with `node packages/tooling/run.mjs exec -- node --conditions=@peerwork/source
 * packages/store-sqlite/src/bench/append.bench.ts [folder]`. The folder should lie on the disk that is meant; it is a
 * temporary one where none is given. Rates depend on the machine and its disk, ratios hardly.
 */
import { beginning, everything, makeMemoryStore, Position } from "@peerwork/store"
import type { RecordedEvent, Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { logIn, open } from "../OpenLog.ts"
import { sqliteConnection } from "../SqliteConnection.ts"
import { aRequest } from "../testing/SampleRequest.ts"

const rounds = 9
const appendsInRound = 400
const replaysInRound = 3

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** How long it takes by the clock: what counts where the disk is waited for. */
const elapsed = (run: () => void): number => {
  const begun = process.hrtime.bigint()
  run()
  return Number(process.hrtime.bigint() - begun) / 1e9
}

/** How long the processor is busy: what counts where nothing is waited for, also beside other processes. */
const busy = (run: () => void): number => {
  const begun = process.cpuUsage()
  run()
  const { system, user } = process.cpuUsage(begun)
  return (system + user) / 1e6
}

/** What any correct append has to ask first: the head, the command, and the end of the stream. */
const rawQuestions = (db: DatabaseSync) => {
  const head = db.prepare("SELECT max(position) FROM events")
  const command = db.prepare("SELECT first FROM commits WHERE command_id = ?")
  const end = db.prepare(
    "SELECT version, envelope FROM events JOIN streams USING (stream) WHERE name = ? ORDER BY version DESC LIMIT 1"
  )
  return ({ envelope }: RecordedEvent): void => {
    head.get()
    command.get(envelope.command.id)
    end.get(envelope.stream)
  }
}

/** One event with all its rows, given ready-made bytes: what SQLite alone takes for it. */
const rawAppend = (db: DatabaseSync, ask: (event: RecordedEvent) => void) => {
  const [begin, commit] = [db.prepare("BEGIN IMMEDIATE"), db.prepare("COMMIT")]
  const insertCommit = db.prepare("INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?)")
  const insertEvent = db.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)")
  const insertTag = db.prepare("INSERT INTO tags VALUES (?, ?)")
  const key = db.prepare("SELECT stream FROM streams WHERE name = ?")
  return (event: RecordedEvent): void => {
    const { bytes, envelope, position } = event
    const { command, recordedAt, stream, tags, type, version } = envelope
    begin.run()
    ask(event)
    insertCommit.run(position, position, command.id, "fingerprint", recordedAt, "{}")
    insertEvent.run(position, position, Number(key.get(stream)?.["stream"]), version, type, 1, bytes)
    for (const tag of tags) insertTag.run(tag, position)
    commit.run()
  }
}

/** Rounds of both in turn, on logs that grow alike. */
const compareAppends = (store: Store, raw: (event: RecordedEvent) => void, events: ReadonlyArray<RecordedEvent>) => {
  const [ratios, rates]: [Array<number>, Array<number>] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const own = events.slice(round * appendsInRound, (round + 1) * appendsInRound)
    const rawSeconds = elapsed(() => own.forEach(raw))
    const appends = Effect.forEach(own, ({ position }) => store.append(aRequest(position)), { discard: true })
    const storeSeconds = elapsed(() => Effect.runSync(appends))
    ratios.push(rawSeconds / storeSeconds)
    rates.push(appendsInRound / storeSeconds)
  }
  return { ratio: median(ratios), rate: median(rates) }
}

interface Folded {
  count: number
  sum: number
}

const foldInto = (folded: Folded, data: Readonly<Record<string, unknown>>): void => {
  folded.count++
  folded.sum += typeof data["number"] === "number" ? data["number"] : 0
}

const rawReplay = (db: DatabaseSync): Folded => {
  const page = db.prepare("SELECT position, envelope FROM events WHERE position > ? ORDER BY position LIMIT 1000")
  page.setReturnArrays(true)
  const folded: Folded = { count: 0, sum: 0 }
  let after = 0
  for (;;) {
    const rows = page.all(after)
    for (const row of rows) {
      const envelope = JSON.parse(String(row[1])) as RecordedEvent["envelope"]
      foldInto(folded, envelope.data)
      after = Number(row[0])
    }
    if (rows.length < 1000) return folded
  }
}

const storeReplay = (store: Store): Folded => {
  const folded: Folded = { count: 0, sum: 0 }
  const reading = Stream.runForEachChunk(
    store.read({ query: everything, after: beginning }),
    (chunk) =>
      Effect.sync(() => {
        for (const { envelope } of chunk) foldInto(folded, envelope.data)
      })
  )
  Effect.runSync(reading)
  return folded
}

const compareReplays = (store: Store, db: DatabaseSync) => {
  const [ratios, rates]: [Array<number>, Array<number>] = [[], []]
  for (let round = 0; round < rounds; round++) {
    let count = 0
    const rawSeconds = busy(() => {
      for (let replay = 0; replay < replaysInRound; replay++) count = rawReplay(db).count
    })
    const storeSeconds = busy(() => {
      for (let replay = 0; replay < replaysInRound; replay++) count -= storeReplay(store).count
    })
    if (count !== -(replaysInRound - 1) * storeReplay(store).count) throw new Error("the replays saw different logs")
    ratios.push(rawSeconds / storeSeconds)
    rates.push((storeReplay(store).count * replaysInRound) / storeSeconds)
  }
  return { ratio: median(ratios), rate: median(rates) }
}

const say = (what: string, { rate, ratio }: { readonly rate: number; readonly ratio: number }, goal: number): void =>
  console.log(`${what}: ${ratio.toFixed(2)} of raw (goal ${goal.toFixed(2)}), ${Math.round(rate)} a second`)

/** The events that the raw side writes, with ready-made bytes, after the five with which every log here begins. */
const readyMade = (origin: string): Effect.Effect<ReadonlyArray<RecordedEvent>, unknown> =>
  Effect.gen(function*() {
    const store = yield* makeMemoryStore({ origin })
    for (let number = 1; number <= 5 + rounds * appendsInRound; number++) yield* store.append(aRequest(number))
    return [...yield* Stream.runCollect(store.read({ query: everything, after: Position(5) }))]
  })

const newStore = (folder: string) =>
  Effect.tap(open({ folder }), (store) => Effect.forEach([1, 2, 3, 4, 5], (number) => store.append(aRequest(number))))

const program = (parent: string) =>
  Effect.gen(function*() {
    const sides = yield* Effect.forEach(["rows", "questions", "store"], (name) => newStore(join(parent, name)))
    const [rowsOnly, , store] = sides
    if (rowsOnly === undefined || store === undefined) return
    const events = yield* readyMade(store.origin)
    const rows = yield* sqliteConnection(logIn(join(parent, "rows")))
    const questions = yield* sqliteConnection(logIn(join(parent, "questions")))
    const other = yield* newStore(join(parent, "another"))
    say(
      "append one event, over raw rows and questions",
      compareAppends(store, rawAppend(questions, rawQuestions(questions)), events),
      0.8
    )
    say("append one event, over raw rows alone", compareAppends(other, rawAppend(rows, () => undefined), events), 0.8)
    say("replay: scan, parse and fold", compareReplays(rowsOnly, rows), 0.8)
  })

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), "peerwork-bench-"))
try {
  await Effect.runPromise(Effect.scoped(program(folder)))
} finally {
  rmSync(folder, { recursive: true })
}
