/**
 * Proves that the store in memory keeps every rule of the contract that it does not decline.
 */
import { describe, it } from "vitest"
import { memoryFixture, testContract } from "./contract/index.ts"

testContract({ describe, it }, memoryFixture)
