/**
 * `@peerwork/store/contract`: the rules that every store keeps, for whoever writes an adapter.
 */
export { brokenRules } from "./BrokenRules.ts"
export { contractRules, runRule, testContract } from "./Contract.ts"
export type { TestRunner } from "./Contract.ts"
export { RuleBroken } from "./ContractRule.ts"
export type { Capability, ContractRule, Family, Fixture, LogUnderTest } from "./ContractRule.ts"
export { contractTable } from "./ContractTable.ts"
export { memoryFixture } from "./MemoryFixture.ts"
export { mutantsElsewhere } from "./Mutants.ts"
