/**
 * The contract: every rule that a store keeps, and how they are run.
 *
 * An adapter brings a fixture and gets a test for every rule, titled with its sentence. What the adapter declines is
 * shown as skipped, with its reason; it does not vanish. The seed of every run is printed where a rule breaks, and
 * brings the same run back.
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import { boundaryRules } from "./BoundaryRules.ts"
import { commandRules } from "./CommandRules.ts"
import { RuleBroken } from "./ContractRule.ts"
import type { ContractRule, Fixture } from "./ContractRule.ts"
import { durabilityRules } from "./DurabilityRules.ts"
import { evidenceRules } from "./EvidenceRules.ts"
import { followingRules } from "./FollowingRules.ts"
import { modelRules } from "./ModelRules.ts"
import { orderRules } from "./OrderRules.ts"
import { racingDecisionRules } from "./RacingDecisions.ts"
import { racingRules } from "./RacingRules.ts"
import { valueRules } from "./ValueRules.ts"

/** Every rule. */
export const contractRules: ReadonlyArray<ContractRule> = [
  ...orderRules,
  ...modelRules,
  ...boundaryRules,
  ...racingRules,
  ...racingDecisionRules,
  ...commandRules,
  ...valueRules,
  ...followingRules,
  ...evidenceRules,
  ...durabilityRules
]

/** Why the adapter does not run the rule; null when it does. */
export const declinedBecause = (rule: ContractRule, fixture: Fixture): string | null =>
  rule.needs.map((capability) => fixture.declines[capability]).find((reason) => reason !== undefined) ?? null

/** A store that hangs has broken the rule; no rule asserts a shorter time than this. */
const hangsAfter = Duration.seconds(60)

/** Runs a rule. What it fails with says the rule, the seed and what was wrong. */
export const runRule = (
  rule: ContractRule,
  fixture: Fixture,
  seed: number,
  atMost: Duration.DurationInput = hangsAfter
): Effect.Effect<void, RuleBroken> =>
  rule.run(fixture).pipe(
    Effect.withRandom(Random.make(seed)),
    Effect.timeoutFail({ duration: atMost, onTimeout: () => "it hangs" }),
    Effect.sandbox,
    Effect.mapError((cause) => {
      const because = cause._tag === "Fail" && cause.error instanceof RuleBroken ? cause.error.message : String(cause)
      return new RuleBroken({ message: `${fixture.name} breaks ${rule.id} (seed ${seed}): ${because}` })
    })
  )

/** The part of a test runner that the contract needs. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: {
    (name: string, run: () => Promise<void>, timeoutInMs: number): unknown
    readonly skip: (name: string, run: () => Promise<void>, timeoutInMs: number) => unknown
  }
}

/** Declares a test for every rule. The seed is drawn unless it is given. */
export const testContract = (
  { describe, it }: TestRunner,
  fixture: Fixture,
  seed = Random.nextIntBetween(1, 1_000_000)
    .pipe(Effect.runSync)
): void => {
  describe(`${fixture.name} keeps the contract`, () => {
    for (const rule of contractRules) {
      const reason = declinedBecause(rule, fixture)
      const run = () => Effect.runPromise(runRule(rule, fixture, seed))
      if (reason === null) it(rule.clause, run, Duration.toMillis(hangsAfter))
      else it.skip(`${rule.clause} (declined: ${reason})`, run, 0)
    }
  })
}
