/**
 * A thousand games of two actors over all lives, 500 turns each.
 */
import { expect, it } from "vitest"
import { allEvents } from "../Registry.ts"
import { indexedHistory } from "./IndexedHistory.ts"
import { playGame } from "./TwoActorsAtOnce.ts"

/** Lets whoever runs the tests be told that they still run. */
const others = () => new Promise((resolve) => setImmediate(resolve))

const tenMinutes = 600_000

it("break no invariant in a thousand games, and reach nearly every event there is", async () => {
  const reached = new Set<string>()
  for (let game = 0; game < 1000; game += 1) {
    await others()
    for (const { events } of playGame(game, 500, indexedHistory)) for (const { type } of events) reached.add(type)
  }
  const never = allEvents.filter(({ type }) => !reached.has(type)).map(({ type }) => type)
  expect(never.length, `never reached: ${never.join(", ")}`).toBeLessThan(allEvents.length / 20)
}, tenMinutes)
