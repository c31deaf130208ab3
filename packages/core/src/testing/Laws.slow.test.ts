/**
 * The laws of `Laws.test.ts` over histories that nobody has seen before: several times as many, from a seed that is
 * drawn anew each time.
 *
 * A law that is broken tells the seed. `PEERWORK_LAWS_SEED=<seed> PEERWORK_LAWS_TIMES=8 npm test` plays the same
 * histories again.
 */
import { randomInt } from "node:crypto"
import { afterEach, vi } from "vitest"

const seed = process.env["PEERWORK_LAWS_SEED"] ?? String(randomInt(2 ** 31))
vi.stubEnv("PEERWORK_LAWS_SEED", seed)
vi.stubEnv("PEERWORK_LAWS_TIMES", process.env["PEERWORK_LAWS_TIMES"] ?? "8")

afterEach(({ task }) => {
  if (task.result?.state === "fail") console.error(`The histories were drawn from PEERWORK_LAWS_SEED=${seed}`)
})

await import("./Laws.test.ts")
