/**
 * Which rules a store breaks: the whole contract, run to its end whatever fails.
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { contractRules, declinedBecause, runRule } from "./Contract.ts"
import type { Fixture } from "./ContractRule.ts"

/** A mutant may hang; this is how long it is waited for. */
const hangsAfter = Duration.seconds(10)

/** The ids of the rules that the store breaks, in the order of the contract. */
export const brokenRules = (fixture: Fixture, seed: number): Effect.Effect<ReadonlyArray<string>> =>
  Effect.gen(function*() {
    const broken: Array<string> = []
    for (const rule of contractRules) {
      if (declinedBecause(rule, fixture) !== null) continue
      const exit = yield* Effect.exit(runRule(rule, { ...fixture, shrinks: false }, seed, hangsAfter))
      if (Exit.isFailure(exit)) broken.push(rule.id)
    }
    return broken
  })
