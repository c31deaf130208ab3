/**
 * `npm run mutants`: changes the law and the evidence in small ways and expects a test to notice each.
 *
 * Stryker changes operators, conditions and checks; numbers are then changed by one each way, which Stryker does not
 * do. What is changed stands in `stryker.config.json` and `stryker.ledger.json`. Every survivor has to be killed by a
 * better test or explained in `mutants-explained.json`; sentences that people read are not changed.
 */
import { spawn, type SpawnOptions } from "node:child_process"
import { existsSync, globSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { type NumberMutant, numberMutantsOf } from "./NumberMutants.ts"
import { type Change, type NumberRuns, startNumberRuns } from "./NumberRuns.ts"
import { complaints, type Explained, lineAt, type Report, type Survivor, survivorsIn } from "./Survivors.ts"

const atOnce = 2
const packages = { core: "packages/tooling/stryker.config.json", ledger: "packages/tooling/stryker.ledger.json" }
const config = "packages/tooling/vitest.mutants.config.ts"
const tests = [`--config=${config}`, "--pool=threads", "--bail=1", "--passWithNoTests"]
const longestInMs = 120_000

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"))

interface Way extends Pick<SpawnOptions, "stdio" | "timeout"> {
  readonly set?: Readonly<Record<string, string>>
}

const succeeds = (line: ReadonlyArray<string>, { set, stdio, timeout }: Way) =>
  new Promise<boolean>((done) => {
    const [file = "", ...args] = line
    const child = spawn(file, args, { stdio, timeout, killSignal: "SIGKILL", env: { ...process.env, ...set } })
    child.on("error", () => done(false))
    child.on("close", (code) => done(code === 0))
  })

/** The test beside the file first, because it should fail; every test that reads the file only if it does not. */
const survives = async (runs: NumberRuns, file: string, mutant: NumberMutant): Promise<boolean> => {
  const change: Change = { path: resolve(file), mutant }
  const beside = file.replace(/\.ts$/, ".test.ts")
  if (existsSync(beside) && !await runs.letPass(change, resolve(beside))) return false
  const set = { NUMBER_MUTANT: JSON.stringify(change) }
  return succeeds(["vitest", "related", "--run", change.path, ...tests], { set, stdio: "ignore", timeout: longestInMs })
}

const numbersIn = (file: string) => {
  const text = readFileSync(file, "utf8")
  return numberMutantsOf(file, text).map((mutant) => ({ file, text, mutant }))
}

const survivors: Array<Survivor> = []
let changed = 0
for (const [name, settings] of Object.entries(packages)) {
  process.env["MUTANTS_OF"] = name
  if (!await succeeds(["stryker", "run", settings], { stdio: "inherit" })) process.exit(1)
  survivors.push(...survivorsIn(read("reports/mutants.json") as Report))

  const patterns = (read(settings) as { readonly mutate: ReadonlyArray<string> }).mutate
  const files = globSync(patterns.filter((pattern) => !pattern.startsWith("!")), { exclude: ["**/*.test.ts"] }).sort()
  const numbers = files.flatMap(numbersIn)
  changed += numbers.length
  const waiting = numbers.values()
  const work = async () => {
    const runs = await startNumberRuns(config)
    for (const { file, mutant, text } of waiting) {
      if (!await survives(runs, file, mutant)) continue
      const { becomes, start, was } = mutant
      survivors.push({ file, line: lineAt(text, start), was, becomes })
    }
    await runs.close()
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

const explained = read("packages/tooling/mutants-explained.json") as ReadonlyArray<Explained>
const { outOfDate, unexplained } = complaints(survivors, explained)
const show = ({ becomes, file, line, was }: Survivor) =>
  `  ${file}\n    in      ${line}\n    was     ${was}\n    becomes ${becomes}`
console.log(`\n${changed} numbers were changed; ${survivors.length} mutants in all survived`)
if (unexplained.length > 0) console.log(`\nNo test notices:\n${unexplained.map(show).join("\n")}`)
if (outOfDate.length > 0) {
  console.log(`\nExplained, but gone, killed or without a reason:\n${outOfDate.map(show).join("\n")}`)
}
process.exitCode = unexplained.length + outOfDate.length === 0 ? 0 : 1
