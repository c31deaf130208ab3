/**
 * A rule of the contract: one sentence that every store keeps, as data.
 *
 * The tests of an adapter, the table in the documentation and the registry of mutants are made from one list of these,
 * so none of them can say something else. A rule reads no clock and asserts no duration: what is slow is not wrong.
 */
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import type * as Scope from "effect/Scope"
import { isDeepStrictEqual } from "node:util"
import type { Store } from "../EventStore.ts"
import type { LogStorage } from "../LogStorage.ts"
import { make } from "../Make.ts"
import type { StoreOptions } from "../Make.ts"

/** What an adapter may be unable to do, for a reason that it states. */
export type Capability = "reopen" | "rewrite"

/** One isolated log, which begins empty and goes with its scope. */
export interface LogUnderTest {
  /** An independent connection to the log. */
  readonly connect: Effect.Effect<LogStorage, unknown>
  /** Closes every connection and opens the log again. */
  readonly reopen: Effect.Effect<LogStorage, unknown>
  /** Tries to rewrite what was written, in every way the engine offers; answers which ways succeeded. */
  readonly rewrite: Effect.Effect<ReadonlyArray<string>, unknown>
}

/** What the author of an adapter provides. */
export interface Fixture {
  readonly name: string
  readonly log: Effect.Effect<LogUnderTest, unknown, Scope.Scope>
  /** What it cannot do, and why. */
  readonly declines: Partial<Readonly<Record<Capability, string>>>
  /** How often a generated case is tried; an adapter whose logs are dear to make tries fewer. */
  readonly cases: number
  /** Whether a case that fails is made smaller; it is, unless only the failure matters. */
  readonly shrinks?: boolean
  /** How many racers start at once. */
  readonly racers: number
  /** How often a race is run. */
  readonly rounds: number
  /** How a store is made over the storage; another way only in variants of a store. */
  readonly make?: (storage: LogStorage, options: StoreOptions) => Store
}

export type Family = "order" | "boundaries" | "commands" | "values" | "following" | "evidence" | "durability"

export interface ContractRule {
  /** Never reused. */
  readonly id: string
  readonly family: Family
  /** The sentence, as it stands in the documentation and as the title of the test. */
  readonly clause: string
  readonly needs: ReadonlyArray<Capability>
  readonly run: (fixture: Fixture) => Effect.Effect<void, unknown>
}

/** The store broke the rule. */
export class RuleBroken extends Data.TaggedError("RuleBroken")<{ readonly message: string }> {}

const written = (value: unknown): string => JSON.stringify(value, null, 1) ?? String(value)

/** Fails unless the sentence is true. */
export const expectThat = (holds: boolean, sentence: string): Effect.Effect<void, RuleBroken> =>
  holds ? Effect.void : new RuleBroken({ message: sentence })

/** Fails unless the two are equal in all depth. */
export const expectEqual = (actual: unknown, expected: unknown, what: string): Effect.Effect<void, RuleBroken> =>
  isDeepStrictEqual(actual, expected)
    ? Effect.void
    : new RuleBroken({ message: `${what}: expected ${written(expected)} and got ${written(actual)}` })

/** A pause of random length: in a fixed one racers march in step, and hide what a random one shows. */
export const pause: Effect.Effect<void> = Effect.flatMap(
  Random.nextIntBetween(0, 12),
  (steps) => steps === 0 ? Effect.void : Effect.repeatN(Effect.yieldNow(), steps - 1)
)

/** A store over a connection to the log. */
export const storeOf = (
  fixture: Fixture,
  log: LogUnderTest,
  options: StoreOptions = {}
): Effect.Effect<Store, unknown> => Effect.map(log.connect, (storage) => (fixture.make ?? make)(storage, options))

/** The store over a log that was closed and opened again. */
export const reopened = (fixture: Fixture, log: LogUnderTest): Effect.Effect<Store, unknown> =>
  Effect.map(log.reopen, (storage) => (fixture.make ?? make)(storage, {}))

/** A rule that is tried on one new log. */
export const onOneLog =
  (body: (store: Store, log: LogUnderTest, fixture: Fixture) => Effect.Effect<void, unknown, Scope.Scope>) =>
  (fixture: Fixture): Effect.Effect<void, unknown> =>
    Effect.scoped(Effect.gen(function*() {
      const log = yield* fixture.log
      yield* body(yield* storeOf(fixture, log), log, fixture)
    }))

/** A race: the same on several new logs, because one round may hide what another shows. */
export const inRounds =
  (body: (store: Store, log: LogUnderTest, fixture: Fixture) => Effect.Effect<void, unknown, Scope.Scope>) =>
  (fixture: Fixture): Effect.Effect<void, unknown> => Effect.repeatN(onOneLog(body)(fixture), fixture.rounds - 1)
