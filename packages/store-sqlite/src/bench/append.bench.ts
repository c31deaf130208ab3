/**
 * What an append costs over SQLite itself, each waiting for the disk: one event with its rows, through the port and
 * by hand. The goal is 0.80.
 *
 * By hand means twice: the rows alone, from ready-made bytes, and the rows after the questions that any correct append
 * has to ask. Run it with `node packages/tooling/run.mjs exec -- node --conditions=@peerwork/source
 * packages/store-sqlite/src/bench/append.bench.ts [folder]`; the folder should lie on the disk that is meant.
 */
import { beginning, everything, makeMemoryStore } from "@peerwork/store"
import type { RecordedEvent, Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { DatabaseSync } from "node:sqlite"
import { logIn, open } from "../OpenLog.ts"
import { sqliteConnection } from "../SqliteConnection.ts"
import { aRequest } from "../testing/SampleRequest.ts"
import { compare, elapsed, inFolder, warmUp } from "./Measuring.ts"

const rounds = 15
const appends = 200
/** Every log begins with these: every stream exists, and the compiler has seen enough. */
const before = 3000

type Ask = (event: RecordedEvent) => void

/** The head, the command, and the end of the stream. */
const questions = (db: DatabaseSync): Ask => {
  const head = db.prepare("SELECT max(position) FROM events")
  const command = db.prepare("SELECT first FROM commits WHERE command_id = ?")
  const end = db.prepare(
    "SELECT version, envelope FROM events JOIN streams USING (stream) WHERE name = ? ORDER BY version DESC LIMIT 1"
  )
  return ({ envelope }) => {
    head.get()
    command.get(envelope.command.id)
    end.get(envelope.stream)
  }
}

const [root, frontier] = [Buffer.alloc(32), Buffer.alloc(5 * 32)]

const appendByHand = (db: DatabaseSync, ask: Ask) => {
  const [begin, commit] = [db.prepare("BEGIN IMMEDIATE"), db.prepare("COMMIT")]
  const insertCommit = db.prepare("INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
  const insertTag = db.prepare("INSERT INTO tags VALUES (?, ?)")
  const insertEvent = db.prepare(
    "INSERT INTO events VALUES (?, ?, (SELECT stream FROM streams WHERE name = ?), ?, ?, ?, ?)"
  )
  return (event: RecordedEvent): void => {
    const { bytes, envelope, position } = event
    const { command, recordedAt, stream, tags, type, version } = envelope
    begin.run()
    ask(event)
    insertCommit.run(position, position, command.id, "fingerprint", recordedAt, position, root, frontier, "{}")
    insertEvent.run(position, position, stream, version, type, 1, bytes)
    for (const tag of tags) insertTag.run(tag, position)
    commit.run()
  }
}

const requests = (from: number, count: number) => Array.from({ length: count }, (_, index) => aRequest(from + index))

const fill = (store: Store, count: number) => Effect.forEach(requests(1, count), store.append, { discard: true })

/** What both sides write, with the bytes that one of them has to compose. */
const events: Effect.Effect<ReadonlyArray<RecordedEvent>, unknown> = Effect.gen(function*() {
  const store = yield* makeMemoryStore()
  yield* fill(store, before + (warmUp + rounds) * appends)
  return [...yield* Stream.runCollect(store.read({ query: everything, after: beginning }))]
})

const compareWith = (folder: string, what: string, ask: (db: DatabaseSync) => Ask) =>
  Effect.gen(function*() {
    const [own, other] = [yield* open({ folder: `${folder}/own` }), yield* open({ folder: `${folder}/other` })]
    yield* fill(own, before)
    yield* fill(other, before)
    const db = yield* sqliteConnection(logIn(`${folder}/other`))
    const byHand = appendByHand(db, ask(db))
    const all = yield* events
    compare({
      what,
      rounds,
      things: appends,
      measure: elapsed,
      raw: (round) => all.slice(before + round * appends, before + (round + 1) * appends).forEach(byHand),
      own: (round) =>
        Effect.runSync(Effect.forEach(requests(1 + before + round * appends, appends), own.append, { discard: true }))
    })
  })

await inFolder((folder) =>
  Effect.gen(function*() {
    yield* compareWith(`${folder}/a`, "append one, over questions and rows by hand", questions)
    yield* compareWith(`${folder}/b`, "append one, over rows alone by hand", () => () => undefined)
  })
)
