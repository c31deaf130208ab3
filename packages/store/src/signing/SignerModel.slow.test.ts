/**
 * The model of signing, ten thousand times.
 */
import { expect, it } from "vitest"
import { runModel } from "../testing/SignerModel.ts"

it("never signs two heads of which one is not the beginning of the other, in ten thousand runs", async () => {
  const outcomes = await runModel(10_000, 3)
  expect(outcomes.get("Signed") ?? 0).toBeGreaterThan(10_000)
  expect(outcomes.get("Overtaken") ?? 0).toBeGreaterThan(50)
}, 400_000)
