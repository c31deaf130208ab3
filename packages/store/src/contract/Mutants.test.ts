/**
 * Proves that the contract can see: every mutant breaks exactly the rules that it declares, and every variant that is
 * right in another way breaks none.
 */
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { brokenRules } from "./BrokenRules.ts"
import type { Fixture } from "./ContractRule.ts"
import { conformantVariants, mutants } from "./Mutants.ts"

/** Enough of everything for this seed; `Mutants.slow.test.ts` tries many seeds and more of everything. */
const seed = 2
const quick = (fixture: Fixture): Fixture => ({ ...fixture, cases: 12, racers: 8, rounds: 3 })

describe("the contract", () => {
  it.each(mutants.map((mutant) => [mutant.fixture.name, mutant] as const))(
    "sees %s",
    async (_, { breaks, fixture }) => {
      expect(await Effect.runPromise(brokenRules(quick(fixture), seed))).toEqual(breaks)
    },
    60_000
  )

  it.each(conformantVariants.map((fixture) => [fixture.name, fixture] as const))("allows %s", async (_, fixture) => {
    expect(await Effect.runPromise(brokenRules(quick(fixture), seed))).toEqual([])
  }, 60_000)
})
