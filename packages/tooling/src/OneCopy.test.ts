/**
 * Proves that there is one fast-check: that of Effect.
 */
import { FastCheck } from "effect"
import * as fc from "fast-check"
import { expect, it } from "vitest"

it("there is one fast-check: Effect's own, so that arbitraries of schemas and of tests mix", () => {
  expect(fc.integer().constructor).toBe(FastCheck.integer().constructor)
})
