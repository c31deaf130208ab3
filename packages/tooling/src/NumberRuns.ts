/**
 * The tests beside a file, run again for each of its changed numbers in one process: to start anew costs more than most
 * tests take.
 *
 * A mutant is served to the tests and never written. A loop that it has made endless fails after so many turns, because
 * nothing else could stop it.
 */
import { readFileSync } from "node:fs"
import type { Plugin } from "vitest/config"
import { createVitest } from "vitest/node"
import { mutatedToEnd, type NumberMutant } from "./NumberMutants.ts"

/** One source file, by its whole path, with one number changed. */
export interface Change {
  readonly path: string
  readonly mutant: NumberMutant
}

/** Serves the source file with the number changed, and leaves the file itself alone. */
export const serving = (changeNow: () => Change | undefined): Plugin => ({
  name: "one number changed",
  enforce: "pre",
  load: (id) => {
    const change = changeNow()
    if (change === undefined || id.split("?")[0] !== change.path) return null
    return mutatedToEnd(change.path, readFileSync(change.path, "utf8"), change.mutant)
  }
})

export interface NumberRuns {
  /** Whether every test of the file passes in spite of the change. */
  readonly letPass: (change: Change, testFile: string) => Promise<boolean>
  readonly close: () => Promise<void>
}

/** A process that waits for changes. */
export const startNumberRuns = async (config: string): Promise<NumberRuns> => {
  let now: Change | undefined
  // A change is seen by every module only where each run loads them anew
  const poolOptions = { threads: { isolate: true, maxThreads: 1 } }
  const silent = {}
  const options = { config, watch: false, bail: 1, pool: "threads" as const, poolOptions, reporters: [silent] }
  const vitest = await createVitest("test", options, { plugins: [serving(() => now)] })
  return {
    letPass: async (change, testFile) => {
      now = change
      vitest.invalidateFile(change.path)
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
        await vitest.globTestSpecifications([testFile])
      )
      now = undefined
      vitest.invalidateFile(change.path)
      return unhandledErrors.length === 0 && testModules.every((module) => module.ok())
    },
    close: () => vitest.close()
  }
}
