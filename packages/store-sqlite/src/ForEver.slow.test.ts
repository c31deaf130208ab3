/**
 * Proves that a command is kept for ever: a year and twenty thousand commits later, after closing and opening, and in a
 * copy of the files, it still gets its first receipt, and another command under its id is still refused.
 */
import type { Store } from "@peerwork/store"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { cpSync } from "node:fs"
import { expect, it } from "vitest"
import { open } from "./OpenLog.ts"
import { aRequest } from "./testing/SampleRequest.ts"
import { folderInMemory } from "./testing/SqliteFixture.ts"

const commits = 20_000
const year = 366 * 24 * 60 * 60 * 1000

/** The same clock, a year later. */
const aYearLater = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.clockWith((clock) =>
    Effect.withClock(effect, {
      ...Clock.make(),
      currentTimeMillis: Effect.map(clock.currentTimeMillis, (time) => time + year),
      unsafeCurrentTimeMillis: () => clock.unsafeCurrentTimeMillis() + year,
      currentTimeNanos: clock.currentTimeNanos,
      unsafeCurrentTimeNanos: () => clock.unsafeCurrentTimeNanos(),
      sleep: (duration) => clock.sleep(duration)
    })
  )

const stillKept = (store: Store) =>
  Effect.gen(function*() {
    for (const number of [1, 2, commits / 2, commits]) {
      expect(yield* store.append(aRequest(number))).toMatchObject({ first: number, duplicate: true })
      const other = yield* Effect.flip(store.append(aRequest(number, { fingerprint: "another command" })))
      expect(other).toMatchObject({ _tag: "CommandIdReused", first: number })
    }
    expect(yield* store.head).toBe(commits)
  })

it(
  "keeps a command for twenty thousand commits and a year, and through opening and copying",
  () =>
    Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const folder = yield* folderInMemory
      yield* Effect.scoped(Effect.gen(function*() {
        const store = yield* open({ folder })
        for (let number = 1; number <= commits; number++) yield* store.append(aRequest(number))
        yield* aYearLater(stillKept(store))
      }))
      yield* Effect.scoped(Effect.flatMap(open({ folder }), stillKept))
      const copy = yield* folderInMemory
      cpSync(folder, copy, { recursive: true })
      yield* aYearLater(Effect.scoped(Effect.flatMap(open({ folder: copy }), stillKept)))
    }))),
  120_000
)
