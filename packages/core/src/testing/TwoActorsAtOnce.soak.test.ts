/**
 * Ten thousand games of two actors over all lives, beyond those of the slow suite; for a night, not for every change.
 */
import { it } from "vitest"
import { indexedHistory } from "./IndexedHistory.ts"
import { playGame } from "./TwoActorsAtOnce.ts"

const threeHours = 10_800_000

it("break no invariant in ten thousand games", async () => {
  for (let game = 1000; game < 11_000; game += 1) {
    // Lets whoever runs the tests be told that they still run
    await new Promise((resolve) => setImmediate(resolve))
    playGame(game, 500, indexedHistory)
  }
}, threeHours)
