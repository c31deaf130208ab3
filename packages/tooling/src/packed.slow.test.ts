/**
 * The README's lines in an empty project: core packed as it would be published, installed with npm, run with plain Node.
 *
 * It asks the registry for `effect`, as an embedder does. Node is the oldest one that the machine has and that the
 * package allows, and it is not told of the sources.
 */
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, it } from "vitest"

const core = fileURLToPath(new URL("../../core", import.meta.url))
const quickStart = fileURLToPath(new URL("../../../docs/examples/quick-start.ts", import.meta.url))
const longestInMs = 60_000

const outputOf = (file: string, args: ReadonlyArray<string>, cwd: string): string =>
  execFileSync(file, [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })

/** Every Node in PATH with its major version, oldest first. */
const nodes = () =>
  (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "node")).filter((file) => existsSync(file))
    .map((file) => ({ file, major: Number(outputOf(file, ["-p", "process.versions.node.split('.')[0]"], "/")) }))
    .filter(({ major }) => major >= 20)
    .sort((a, b) => a.major - b.major)

let project = ""
let tookInMs = 0

beforeAll(() => {
  const startedAt = performance.now()
  project = mkdtempSync(join(tmpdir(), "peerwork-embedder-"))
  outputOf("pnpm", ["pack", "--pack-destination", project], core)
  const [tarball = ""] = readdirSync(project).filter((name) => name.endsWith(".tgz"))
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "embedder", private: true, type: "module" }))
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"]
  outputOf("npm", ["install", ...quiet, join(project, tarball), "effect@^3.22.0"], project)
  tookInMs = performance.now() - startedAt
}, 2 * longestInMs)

afterAll(() => rmSync(project, { recursive: true, force: true }))

it("installs core and effect, and nothing of ours besides, in time", () => {
  expect(readdirSync(join(project, "node_modules/@peerwork"))).toEqual(["core"])
  expect(tookInMs).toBeLessThan(longestInMs)
})

it("prints the refusal that the README shows, with the oldest Node that is allowed", () => {
  const code = readFileSync(quickStart, "utf8")
  writeFileSync(join(project, "quick-start.js"), `${code}\nconsole.log(process.versions.node.split(".")[0])\n`)
  const [oldest] = nodes()
  const printed = outputOf(oldest?.file ?? "node", ["quick-start.js"], project)
  expect(printed).toBe(
    `[\n  'SHADOW-1: Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016'\n]\n${oldest?.major}\n`
  )
})

it("carries no test, and the types that an embedder's editor reads", () => {
  const files = readdirSync(join(project, "node_modules/@peerwork/core"), { recursive: true, encoding: "utf8" })
  expect(files.filter((name) => name.includes(".test."))).toEqual([])
  expect(files).toContain(join("dist", "index.d.ts"))
})
