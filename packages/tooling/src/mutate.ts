/**
 * `npm run mutants`: changes the law in small ways and expects a test to notice each.
 *
 * Stryker changes operators, conditions and checks; numbers are then changed by one each way, which Stryker does not
 * do. What is changed stands in `stryker.config.json`. Every survivor has to be killed by a better test or explained in
 * `mutants-explained.json`; sentences that people read are not changed.
 */
import { spawn, type SpawnOptions } from "node:child_process"
import { existsSync, globSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { type NumberMutant, numberMutantsOf } from "./NumberMutants.ts"
import { complaints, type Explained, lineAt, type Report, type Survivor, survivorsIn } from "./Survivors.ts"

const atOnce = 2
const config = "packages/tooling/stryker.config.json"
// In threads, because a mutant that loops for ever is ended with its whole process, and counts as noticed
const tests = ["--config=packages/tooling/vitest.mutants.config.ts", "--pool=threads", "--bail=1", "--passWithNoTests"]
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

if (!await succeeds(["stryker", "run", config], { stdio: "inherit" })) process.exit(1)
const survivors: Array<Survivor> = [...survivorsIn(read("reports/mutants.json") as Report)]

const patterns = (read(config) as { readonly mutate: ReadonlyArray<string> }).mutate
const [left, taken] = [true, false].map((isLeft) => patterns.filter((pattern) => pattern.startsWith("!") === isLeft))
const files = globSync(taken ?? [], { exclude: (left ?? []).map((pattern) => pattern.slice(1)) }).sort()
const numbers = files.flatMap((file) => {
  const text = readFileSync(file, "utf8")
  return numberMutantsOf(file, text).map((mutant) => ({ file, text, mutant }))
})

/** The test beside the file first, because it should fail; every test that reads the file only if it does not. */
const survives = async (file: string, mutant: NumberMutant): Promise<boolean> => {
  const way: Way = {
    set: { NUMBER_MUTANT: JSON.stringify({ path: resolve(file), mutant }) },
    stdio: "ignore",
    timeout: longestInMs
  }
  const beside = file.replace(/\.ts$/, ".test.ts").replace("packages/core/", "")
  const isTested = existsSync(`packages/core/${beside}`)
  if (isTested && !await succeeds(["vitest", "run", beside, ...tests], way)) return false
  return succeeds(["vitest", "related", "--run", resolve(file), ...tests], way)
}

const waiting = numbers.values()
const work = async () => {
  for (const { file, mutant, text } of waiting) {
    if (!await survives(file, mutant)) continue
    const { becomes, start, was } = mutant
    survivors.push({ file, line: lineAt(text, start), was, becomes })
  }
}
await Promise.all(Array.from({ length: atOnce }, work))

const explained = read("packages/tooling/mutants-explained.json") as ReadonlyArray<Explained>
const { outOfDate, unexplained } = complaints(survivors, explained)
const show = ({ becomes, file, line, was }: Survivor) =>
  `  ${file}\n    in      ${line}\n    was     ${was}\n    becomes ${becomes}`
console.log(`\n${numbers.length} numbers were changed; ${survivors.length} mutants in all survived`)
if (unexplained.length > 0) console.log(`\nNo test notices:\n${unexplained.map(show).join("\n")}`)
if (outOfDate.length > 0) {
  console.log(`\nExplained, but gone, killed or without a reason:\n${outOfDate.map(show).join("\n")}`)
}
process.exitCode = unexplained.length + outOfDate.length === 0 ? 0 : 1
