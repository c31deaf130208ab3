/**
 * Proves that numbers are printed as RFC 8785 prints the first hundred thousand of its sequence.
 */
import { expect, it } from "vitest"
import { checksumOfFirst } from "./testing/NumberSequence.ts"
import vectors from "./vectors/jcs-rfc8785.json" with { type: "json" }

it("prints the first 100,000 numbers of the published sequence as RFC 8785 does", () => {
  expect(checksumOfFirst(100_000)).toBe(vectors.numberChecksums[100_000])
})
