/**
 * Rules of durability: what was written cannot be rewritten through the engine's own means.
 */
import * as Effect from "effect/Effect"
import { expectEqual, onOneLog } from "./ContractRule.ts"
import type { ContractRule } from "./ContractRule.ts"
import { fill } from "./EvidenceRules.ts"
import { allEvents } from "./OrderRules.ts"
import { request } from "./SmallWorld.ts"

const rewritingIsRefused = onOneLog((store, log) =>
  Effect.gen(function*() {
    yield* store.append(request(1, [{ stream: "a", tags: ["person:1"] }, { stream: "b" }]))
    yield* fill(store, 3, 6, 50)
    const before = yield* allEvents(store)
    yield* expectEqual(yield* log.rewrite, [], "statements that changed what was written")
    yield* expectEqual(yield* allEvents(store), before, "the events after trying to rewrite them")
    yield* store.append(request(2, [{ stream: "a" }]))
  })
)

export const durabilityRules: ReadonlyArray<ContractRule> = [{
  id: "append-only",
  family: "durability",
  clause: "What was written cannot be updated, deleted or replaced through the engine",
  needs: ["rewrite"],
  run: rewritingIsRefused
}]
