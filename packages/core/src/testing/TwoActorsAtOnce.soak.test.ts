/**
 * Ten thousand games of two actors over all lives, beyond those of the slow suite; for a night, not for every change.
 */
import { it } from "vitest"
import { indexedHistory } from "./IndexedHistory.ts"
import { playGame } from "./TwoActorsAtOnce.ts"

const threeHours = 10_800_000

it("break no invariant in ten thousand games", () => {
  for (let game = 1000; game < 11_000; game += 1) playGame(game, 500, indexedHistory)
}, threeHours)
