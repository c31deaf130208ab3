/**
 * Proves by chance that no two signatures contradict each other, whatever happens to logs, clocks and processes; and
 * that everything that is meant to happen did. The slow suite draws ten thousand runs.
 */
import { expect, it } from "vitest"
import { runModel } from "../testing/SignerModel.ts"

it("never signs two heads of which one is not the beginning of the other", async () => {
  const outcomes = await runModel(60, 20261129)
  for (
    const outcome of ["Signed", "NothingNew", "ClockRegression", "Overtaken", "regression", "fork", "unknown", "ended"]
  ) {
    expect(outcomes.get(outcome) ?? 0, outcome).toBeGreaterThan(0)
  }
})
