/**
 * Proves that the contract can see: every mutant breaks exactly the rules that it declares, and every variant that is
 * right in another way breaks none; and that this does not hang on one lucky seed.
 */
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { brokenRules } from "./BrokenRules.ts"
import type { Fixture } from "./ContractRule.ts"
import { conformantVariants, mutants } from "./Mutants.ts"

const seeds = [1, 2, 3, 4, 5]
const thorough = (fixture: Fixture): Fixture => ({ ...fixture, cases: 150, racers: 16, rounds: 8 })

describe.each(seeds)("with seed %i the contract", (seed) => {
  it.each(mutants.map((mutant) => [mutant.fixture.name, mutant] as const))(
    "sees %s",
    async (_, { breaks, fixture }) => {
      expect(await Effect.runPromise(brokenRules(thorough(fixture), seed))).toEqual(breaks)
    },
    120_000
  )

  it.each(conformantVariants.map((fixture) => [fixture.name, fixture] as const))("allows %s", async (_, fixture) => {
    expect(await Effect.runPromise(brokenRules(thorough(fixture), seed))).toEqual([])
  }, 120_000)
})
