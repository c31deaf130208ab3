/**
 * Properties over logs: each generated case is tried on a log of its own, and a failure is made smaller.
 *
 * The seed comes from Effect's `Random`, so the seed that the suite prints brings back the very cases.
 */
import * as Effect from "effect/Effect"
import * as fc from "effect/FastCheck"
import * as Random from "effect/Random"
import * as Runtime from "effect/Runtime"
import type * as Scope from "effect/Scope"
import type { Store } from "../EventStore.ts"
import { storeOf } from "./ContractRule.ts"
import type { Fixture, LogUnderTest } from "./ContractRule.ts"

type Body<A> = (value: A, store: Store, log: LogUnderTest) => Effect.Effect<void, unknown, Scope.Scope>

/** A rule that holds for every generated value. */
export const forAll = <A>(values: fc.Arbitrary<A>, body: Body<A>) => (fixture: Fixture): Effect.Effect<void, unknown> =>
  Effect.gen(function*() {
    const run = Runtime.runPromise(yield* Effect.runtime())
    const seed = yield* Random.nextIntBetween(0, 0x7fffffff)
    const property = fc.asyncProperty(values, (value) =>
      run(Effect.scoped(Effect.gen(function*() {
        const log = yield* fixture.log
        yield* body(value, yield* storeOf(fixture, log), log)
      }))))
    yield* Effect.tryPromise({
      try: () => fc.assert(property, { seed, numRuns: fixture.cases, endOnFailure: fixture.shrinks === false }),
      catch: (cause) => cause
    })
  })
