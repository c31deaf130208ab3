/**
 * Runs tests on files that have their mutants in them, and says which of those no test noticed.
 *
 * The changed text is served to the tests and never written. Most mutants take turns in one run (see `MutantTrials`);
 * one that acts while its file is loaded is tried by itself, with the tests of its file.
 */
import { resolve } from "node:path"
import { fileURLToPath } from "node:url"
import type { Plugin } from "vitest/config"
import { createVitest, type Reporter, type TestModule, type Vitest } from "vitest/node"
import { withEndingLoops } from "./EndingLoops.ts"
import type { Survivor } from "./Survivors.ts"

/** One small change to a file. */
export interface Mutant extends Survivor {
  readonly id: string
}

/** A file with all its mutants in it, none of which acts until it is asked to. */
export interface Changeable {
  readonly file: string
  readonly text: string
  readonly mutants: ReadonlyArray<Mutant>
}

const config = fileURLToPath(new URL("../vitest.mutants.config.ts", import.meta.url))
const longestInMs = 300_000

const ours = /\/packages\/(core|ledger)\/src\/.*\.ts$/

/** Serves the files with their mutants. Loops end in every file: a mutant may make one endless that is in another. */
const serving = (files: ReadonlyArray<Changeable>): Plugin => {
  const texts = new Map(files.map(({ file, text }) => [resolve(file), text]))
  return {
    name: "mutants",
    enforce: "pre",
    load: (id) => texts.get(id) ?? null,
    transform: (text, id) => ours.test(id) ? { code: withEndingLoops(id, text), map: null } : null
  }
}

/** Ends everything when no file of tests has ended for long: a mutant holds the process, and nothing else could stop it. */
const watching = (): { readonly reporter: Reporter; readonly end: () => void } => {
  let last = "none"
  const timer = setTimeout(() => {
    console.error(`No file of tests has ended for ${longestInMs / 60_000} minutes. The last one was: ${last}`)
    process.exit(1)
  }, longestInMs)
  const seen = ({ moduleId }: TestModule) => {
    last = moduleId
    timer.refresh()
  }
  return { reporter: { onTestModuleEnd: seen }, end: () => clearTimeout(timer) }
}

interface Way {
  readonly tests: ReadonlyArray<string>
  /** Whether each run loads everything anew. */
  readonly isolate: boolean
  readonly atOnce: number
}

const withVitest = async <A>(
  files: ReadonlyArray<Changeable>,
  { atOnce, isolate, tests }: Way,
  use: (vitest: Vitest) => Promise<A>
): Promise<A> => {
  const { end, reporter } = watching()
  const vitest = await createVitest("test", {
    config,
    include: [...tests],
    reporters: [reporter],
    watch: false,
    poolOptions: { threads: { isolate, minThreads: 1, maxThreads: atOnce } },
    bail: isolate ? 1 : 0
  }, { plugins: [serving(files)] })
  try {
    return await use(vitest)
  } finally {
    end()
    await vitest.close()
  }
}

/** Runs the tests; with a mutant, it is on from the start. */
const run = async (vitest: Vitest, tests: ReadonlyArray<string>, mutant: string | null) => {
  vitest.provide("mutant", mutant)
  const specifications = await vitest.globTestSpecifications(tests.map((test) => resolve(test)))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  const errors = unhandledErrors.map((error) => String(error instanceof Error ? error.stack : error))
  return { modules: testModules, errors, passes: errors.length === 0 && testModules.every((each) => each.ok()) }
}

const failuresIn = (modules: ReadonlyArray<TestModule>): ReadonlyArray<string> =>
  modules.flatMap((each) => [
    ...each.errors().map(({ message }) => `${each.moduleId}\n  ${message}`),
    ...[...each.children.allTests("failed")].map((test) =>
      `${each.moduleId}\n  ${test.fullName}\n  ${test.result().errors?.[0]?.message ?? ""}`
    )
  ])

export interface Verdict {
  readonly survivors: ReadonlyArray<Mutant>
  /** Those that act while their file is loaded, and not while a test runs. */
  readonly loading: ReadonlyArray<Mutant>
}

/** Tries every mutant in its turn with all the tests that reach it. One that no test reaches survives. */
export const tryInTurn = (
  files: ReadonlyArray<Changeable>,
  tests: ReadonlyArray<string>,
  atOnce: number
): Promise<Verdict> =>
  withVitest(files, { tests, isolate: false, atOnce }, async (vitest) => {
    const { errors, modules, passes } = await run(vitest, [], null)
    if (!passes) throw new Error(`Without any mutant, tests fail:\n${[...errors, ...failuresIn(modules)].join("\n")}`)
    const trials = modules.map((each) => each.meta().trials)
    const reached = new Set(trials.flatMap((each) => each?.reached ?? []))
    const noticed = new Set(trials.flatMap((each) => each?.noticed ?? []))
    const acting = new Set(trials.flatMap((each) => each?.loading ?? []))
    const isLoading = ({ id }: Mutant) => !reached.has(id) && acting.has(id)
    const all = files.flatMap(({ mutants }) => mutants)
    return {
      survivors: all.filter((mutant) => !noticed.has(mutant.id) && !isLoading(mutant)),
      loading: all.filter(isLoading)
    }
  })

/** Those of the mutants that no test of their file notices, each tried by itself from the start. */
export const tryAlone = (
  files: ReadonlyArray<Changeable>,
  mutants: ReadonlyArray<Mutant>,
  testsOf: (file: string) => ReadonlyArray<string>
): Promise<ReadonlyArray<Mutant>> =>
  withVitest(
    files,
    { tests: [...new Set(mutants.flatMap(({ file }) => testsOf(file)))], isolate: true, atOnce: 1 },
    async (vitest) => {
      const survivors: Array<Mutant> = []
      for (const mutant of mutants) {
        const { passes } = await run(vitest, testsOf(mutant.file), mutant.id)
        if (passes) survivors.push(mutant)
      }
      return survivors
    }
  )
