/**
 * Measuring: ratios of two sides that take turns, because rates depend on the machine and ratios hardly.
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** How long it takes by the clock, in seconds: what counts where the disk is waited for. */
export const elapsed = (run: () => void): number => {
  const begun = process.hrtime.bigint()
  run()
  return Number(process.hrtime.bigint() - begun) / 1e9
}

/** How long processors are busy, in seconds: what counts where nothing is waited for, also beside other processes. */
export const busy = (run: () => void): number => {
  const begun = process.cpuUsage()
  run()
  const { system, user } = process.cpuUsage(begun)
  return (system + user) / 1e6
}

setFlagsFromString("--expose-gc")
const collectGarbage = runInNewContext("gc") as () => void

/** The same, begun with a tidy heap: otherwise one side may pay for what the other has left behind. */
export const tidied = (measure: (run: () => void) => number) => (run: () => void): number => {
  collectGarbage()
  return measure(run)
}

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** One side against the other, in so many rounds of so many things; the first round is only for warming up. */
export interface Comparison {
  readonly what: string
  readonly rounds: number
  readonly things: number
  readonly measure: (run: () => void) => number
  readonly raw: (round: number) => void
  readonly own: (round: number) => void
}

/** Runs both sides in turn, and says the median ratio with the median rate of our own side. */
export const compare = ({ measure, own, raw, rounds, things, what }: Comparison): void => {
  const [ratios, rates]: [Array<number>, Array<number>] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const rawSeconds = measure(() => raw(round))
    const ownSeconds = measure(() => own(round))
    if (round === 0) continue
    ratios.push(rawSeconds / ownSeconds)
    rates.push(things / ownSeconds)
  }
  console.log(`${what}: ${median(ratios).toFixed(2)} of raw, ${Math.round(median(rates))} a second`)
}

/** Runs in a folder of its own, under the one that the command line names, and removes it. */
export const inFolder = async (body: (folder: string) => Effect.Effect<void, unknown, Scope.Scope>): Promise<void> => {
  const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), "peerwork-bench-"))
  try {
    await Effect.runPromise(Effect.scoped(body(folder)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
