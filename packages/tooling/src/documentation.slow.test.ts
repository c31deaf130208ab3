/**
 * The documentation is true: its TypeScript compiles, runs, and gives the values that it claims.
 */
import { spawnSync } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, expect, it } from "vitest"
import { modulesOf, withClaims } from "./DocBlocks.ts"
import { readTree } from "./SourceTree.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))
// Inside this package, so that the modules find the packages of the house
const written = fileURLToPath(new URL("../dist/documentation", import.meta.url))

const modules = [...readTree(root)].filter(([path]) => /^(README\.md|(docs|packages|apps)\/.*\.md)$/.test(path))
  .flatMap(([path, text]) => modulesOf(path, text))
const fileOf = (name: string) => `${name.replaceAll(/[/:]/g, "--")}.ts`

beforeAll(() => {
  rmSync(written, { recursive: true, force: true })
  for (const folder of ["plain", "claiming"]) mkdirSync(join(written, folder), { recursive: true })
  for (const module of modules) {
    writeFileSync(join(written, "plain", fileOf(module.name)), module.code)
    if (module.runs) writeFileSync(join(written, "claiming", fileOf(module.name)), withClaims(module).code)
  }
  const compilerOptions = {
    noEmit: true,
    composite: false,
    incremental: false,
    declaration: false,
    declarationMap: false
  }
  const tsconfig = { extends: "../../../../../tsconfig.base.json", compilerOptions, include: ["*.ts"] }
  writeFileSync(join(written, "plain", "tsconfig.json"), JSON.stringify(tsconfig))
})

it.runIf(modules.length > 0)("compiles", { timeout: 60_000 }, () => {
  const tsc = spawnSync("tsc", ["--project", join(written, "plain")], { cwd: root, encoding: "utf8" })
  expect(tsc.error ?? tsc.stdout).toBe("")
})

const running = modules.filter(({ runs }) => runs)

it.for(running)("$name runs and gives what it claims", { timeout: 60_000 }, async (module) => {
  const reached = new Set<number>()
  const reach = (line: number, value: unknown, claimed: () => unknown) => {
    reached.add(line)
    expect(value, `${module.name}:${line}`).toEqual(claimed())
    return value
  }
  Object.assign(globalThis, { claims: { reach } })
  await import(join(written, "claiming", fileOf(module.name)))
  const unreached = withClaims(module).lines.filter((line) => !reached.has(line))
  expect(unreached, "lines whose claim is never reached").toEqual([])
})
