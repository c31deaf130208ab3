/**
 * `npm run check`: everything that can be known about the sources without running them.
 *
 * Each step is one tool on one subject. All steps run, two at a time, so that one run names all that is wrong; a
 * step that holds is one line, a step that does not is shown with what the tool said.
 */
import { spawn } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

interface Step {
  readonly says: string
  readonly run: ReadonlyArray<string>
}

const atOnce = 2

const folders = ["packages", "apps"].flatMap((parent) =>
  readdirSync(parent).map((name) => `${parent}/${name}`).filter((folder) => existsSync(join(folder, "package.json")))
)
const has = (file: string) => (folder: string) => existsSync(join(folder, file))
const isPublished = (folder: string) => !/"private": true/.test(readFileSync(join(folder, "package.json"), "utf8"))
const usesEffect = (folder: string) =>
  has("tsconfig.json")(folder) && /language-service/.test(readFileSync(join(folder, "tsconfig.json"), "utf8"))

const steps: ReadonlyArray<Step> = [
  { says: "the sources compile", run: ["tsc", "-b"] },
  { says: "the sources are formatted (npm run format)", run: ["dprint", "check"] },
  { says: "no floating promise, no any, nothing suspicious", run: ["oxlint", "--type-aware"] },
  ...folders.filter(has("tsconfig.test.json")).map((folder) => ({
    says: `the tests of ${folder} compile`,
    run: ["tsc", "--project", `${folder}/tsconfig.test.json`]
  })),
  { says: "the tools of the house compile", run: ["tsc", "--project", "packages/tooling/tsconfig.json"] },
  ...folders.filter(usesEffect).map((folder) => ({
    says: `${folder} uses Effect as it is meant`,
    run: ["effect-tsgo", "diagnostics", "--strict", "--format", "text", "--project", `${folder}/tsconfig.json`]
  })),
  { says: "no file, export or dependency is unused", run: ["knip", "--no-config-hints"] },
  ...folders.filter(isPublished).flatMap((folder) => [
    { says: `${folder} can be published`, run: ["publint", "--strict", folder] },
    { says: `${folder} has types that resolve`, run: ["attw", "--pack", folder, "--profile", "esm-only"] }
  ])
]

/** Runs one step to its end and says how it went. */
const outcome = ({ says, run: [file = "", ...args] }: Step) =>
  new Promise<boolean>((resolve) => {
    const startedAt = performance.now()
    let output = ""
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] })
    const keep = (part: Buffer) => (output += part.toString())
    child.stdout.on("data", keep)
    child.stderr.on("data", keep)
    child.on("error", (error) => (output += error.message))
    child.on("close", (code) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
      console.log(`${code === 0 ? "holds " : "BROKEN"} ${seconds.padStart(5)} s  ${says}`)
      if (code !== 0) console.log(`\n$ ${[file, ...args].join(" ")}\n${output.trimEnd()}\n`)
      resolve(code === 0)
    })
  })

const [build, ...others] = steps as readonly [Step, ...Array<Step>]
// Whatever reads `dist` waits for the compiler
const outcomes = [await outcome(build)]
const waiting = others.values()
const work = async () => {
  for (const step of waiting) outcomes.push(await outcome(step))
}
await Promise.all(Array.from({ length: atOnce }, work))

const broken = outcomes.filter((held) => !held).length
console.log(
  broken === 0 ? `\nAll ${outcomes.length} checks hold` : `\n${broken} of ${outcomes.length} checks are broken`
)
process.exitCode = broken === 0 ? 0 : 1
