/**
 * Before the tests of a file run as usual, runs them once to see which mutants each reaches, and then for each mutant
 * until one of them fails: the quickest first, because most mutants are noticed by any.
 *
 * The mutants are in the code all the time, each behind a switch, so nothing is loaded or started anew for one of them:
 * that is where the time would go. That the tests pass afterwards shows that no mutant left anything behind. A mutant
 * that acts while a file is loaded has to be on from the start; it is handed in, and then every test runs once.
 */
import * as fc from "fast-check"
import { inject } from "vitest"
import type { RunnerTestCase as Test, RunnerTestSuite as Suite } from "vitest"
import { VitestTestRunner } from "vitest/runners"
import { getFn } from "vitest/suite"

/** What the tests of a file say of the mutants. */
export interface Trials {
  readonly reached: ReadonlyArray<string>
  /** Those that they were the first to notice. */
  readonly noticed: ReadonlyArray<string>
  /** Those that act while something is loaded. */
  readonly loading: ReadonlyArray<string>
}

declare module "vitest" {
  interface ProvidedContext {
    /** The mutant that is on from the start; null where mutants take turns. */
    mutant: string | null
  }
  interface TaskMeta {
    trials?: Trials
  }
}

/** What the changed code looks at, by the names that Stryker gave it. */
interface Tried {
  activeMutant: string | undefined
  currentTestId: string | undefined
  readonly mutantCoverage: {
    readonly static: Record<string, number>
    readonly perTest: Record<string, Record<string, number>>
  }
  turns: number
  mostTurns: number
}

const tried: Tried = {
  activeMutant: inject("mutant") ?? undefined,
  currentTestId: undefined,
  mutantCoverage: { static: {}, perTest: {} },
  turns: 0,
  mostTurns: 10_000_000
}

Object.assign(globalThis, { __stryker__: tried })

// The same cases every time, and no search for the smallest: a verdict is all that is asked
fc.configureGlobal({ seed: 1, endOnFailure: true })

const noticed = new Set<string>()

/** One test, how long it takes, and what it reaches. */
interface Reaching {
  readonly run: () => unknown
  readonly takes: number
  readonly mostTurns: number
  readonly reached: ReadonlyArray<string>
}

const testsIn = (suite: Suite): ReadonlyArray<Test> =>
  suite.tasks.flatMap((task) => task.type === "suite" ? testsIn(task) : task.mode === "run" ? [task] : [])

/** Runs a test, and keeps what it reaches apart from what is reached while files are loaded. */
const runAs = async (id: string, run: () => unknown): Promise<void> => {
  tried.currentTestId = id
  tried.turns = 0
  try {
    await run()
  } finally {
    tried.currentTestId = undefined
  }
}

const reaching = async (test: Test): Promise<Reaching> => {
  const run = getFn(test)
  tried.mostTurns = Infinity
  const startedAt = performance.now()
  await runAs(test.id, run)
  return {
    run,
    takes: performance.now() - startedAt,
    mostTurns: 10 * tried.turns + 100_000,
    reached: Object.keys(tried.mutantCoverage.perTest[test.id] ?? {})
  }
}

/** Whether the test fails with the mutant. */
const notices = async ({ mostTurns, run }: Reaching, mutant: string): Promise<boolean> => {
  tried.activeMutant = mutant
  tried.mostTurns = mostTurns
  try {
    await runAs("with a mutant", run)
    return false
  } catch {
    return true
  } finally {
    tried.activeMutant = undefined
  }
}

const trialsOf = async (file: Suite): Promise<Trials> => {
  const tests: Array<Reaching> = []
  for (const test of testsIn(file)) tests.push(await reaching(test))
  tests.sort((a, b) => a.takes - b.takes)
  const [reached, first] = [new Set(tests.flatMap((test) => test.reached)), new Set<string>()]
  for (const test of tests) {
    for (const mutant of test.reached) {
      if (noticed.has(mutant)) continue
      // Lets the worker answer vitest, which takes a silent one for lost
      await new Promise((done) => setImmediate(done))
      if (!await notices(test, mutant)) continue
      noticed.add(mutant)
      first.add(mutant)
    }
  }
  return { reached: [...reached], noticed: [...first], loading: Object.keys(tried.mutantCoverage.static) }
}

export default class extends VitestTestRunner {
  override async onBeforeRunSuite(suite: Suite): Promise<void> {
    await super.onBeforeRunSuite(suite)
    if (suite.file !== suite || tried.activeMutant !== undefined) return
    suite.meta.trials = await trialsOf(suite)
    tried.mostTurns = Infinity
  }
}
