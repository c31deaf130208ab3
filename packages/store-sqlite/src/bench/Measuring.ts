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

/** The value below which this part of all values lies, from 0 to 1. */
const quantile = (values: ReadonlyArray<number>, part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN

/** One side against the other, in so many rounds of so many things; the first rounds are only for warming up. */
export interface Comparison {
  readonly what: string
  readonly rounds: number
  readonly things: number
  readonly measure: (run: () => void) => number
  readonly raw: (round: number) => void
  readonly own: (round: number) => void
}

/** Rounds before anything counts: compilers have to settle. */
export const warmUp = 5

/**
 * Runs both sides in turn, each as often before the other as behind it, and says the median of the ratios with the
 * quarters between which half of them lie, and the median rate of our own side.
 */
export const compare = ({ measure, own, raw, rounds, things, what }: Comparison): void => {
  const [ratios, rates]: [Array<number>, Array<number>] = [[], []]
  for (let round = 0; round < warmUp + rounds; round++) {
    const first = measure(() => round % 2 === 0 ? raw(round) : own(round))
    const second = measure(() => round % 2 === 0 ? own(round) : raw(round))
    if (round < warmUp) continue
    const [rawSeconds, ownSeconds] = round % 2 === 0 ? [first, second] : [second, first]
    ratios.push(rawSeconds / ownSeconds)
    rates.push(things / ownSeconds)
  }
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part).toFixed(2))
  console.log(
    `${what}: ${middle} of raw (half of ${rounds} rounds from ${low} to ${high}), ` +
      `${Math.round(quantile(rates, 0.5))} a second`
  )
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
