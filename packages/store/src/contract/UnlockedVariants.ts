/**
 * Variants without a lock: what is left when transactions run into one another.
 *
 * A store may do without the lock if it reads the head before anything else and its keys refuse a position, a version
 * or a command that is taken: then whatever came between collides, and is tried again. Read the head after the checks
 * and the keys see nothing; leave out the keys, and events are lost.
 */
import * as Effect from "effect/Effect"
import type { AppendRequest } from "../Append.ts"
import type { Facts, LogStorage, Rows } from "../LogStorage.ts"
import { factsOf, headOf, insertRows, memoryStorage } from "../MemoryStore.ts"
import type { MemoryLog } from "../MemoryStore.ts"
import type { Planned } from "../Plan.ts"
import { pause } from "./ContractRule.ts"
import type { Fixture } from "./ContractRule.ts"
import { memoryFixtureOf } from "./MemoryFixture.ts"

/** The head first: what comes after it will collide. */
const headFirst = (log: MemoryLog, request: AppendRequest): Effect.Effect<Facts> =>
  Effect.gen(function*() {
    const head = headOf(log)
    yield* pause
    return { ...factsOf(log, request), head }
  })

/** The head last: what came between the checks and it is seen by nobody. */
const headLast = (log: MemoryLog, request: AppendRequest): Effect.Effect<Facts> =>
  Effect.gen(function*() {
    const facts = factsOf(log, request)
    yield* pause
    const { edge, ends } = factsOf(log, request)
    return { ...facts, head: headOf(log), ends, edge }
  })

/** Whether a key is taken: the first position, a version in a stream, or the command id. */
const collides = (log: MemoryLog, { commit, events }: Rows): boolean =>
  commit.first <= headOf(log) || log.commits.has(commit.commandId) ||
  events.some((row) => row.version <= (log.ends.get(row.stream)?.version ?? 0))

type Load = (log: MemoryLog, request: AppendRequest) => Effect.Effect<Facts>

const guarded =
  (log: MemoryLog, load: Load) => (request: AppendRequest, plan: (facts: Facts) => Planned): Effect.Effect<Planned> =>
    Effect.gen(function*() {
      const planned = plan(yield* load(log, request))
      yield* pause
      if (planned._tag !== "Insert") return planned
      if (collides(log, planned.rows)) return yield* guarded(log, load)(request, plan)
      insertRows(log, planned.rows)
      return planned
    })

const unguarded = (log: MemoryLog): LogStorage["exclusively"] => (request, plan) =>
  Effect.gen(function*() {
    const planned = plan(factsOf(log, request))
    yield* pause
    if (planned._tag === "Insert") {
      const { events } = planned.rows
      log.events.length = Math.min(log.events.length, events[0].position - 1)
      insertRows(log, planned.rows)
    }
    return planned
  })

const unlocked = (name: string, exclusively: (log: MemoryLog) => LogStorage["exclusively"]): Fixture =>
  memoryFixtureOf(
    name,
    (log) => Effect.map(memoryStorage(log), (storage) => ({ ...storage, exclusively: exclusively(log) }))
  )

export const noLock = unlocked(
  "a store without a lock, with keys and the head read first",
  (log) => guarded(log, headFirst)
)

export const noLockHeadLast = unlocked(
  "a store without a lock that reads the head after the checks",
  (log) => guarded(log, headLast)
)

export const noLockNoKeys = unlocked("a store in memory without a lock", unguarded)
