/**
 * What the repository needs beyond Node 20 and npm: its own Node, its own pnpm, and the packages of its lockfile.
 *
 * Node and pnpm are ordinary packages of the npm registry and are kept in `.tools`; nothing on the machine is
 * changed. A stamp remembers what was installed from which files, so that a second run asks nobody anything.
 */
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { alone } from "./alone.mjs"
import { run } from "./supervise.mjs"

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const tools = join(root, ".tools")
const windows = process.platform === "win32"

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const nodeVersion = manifest.config.node
const pnpmVersion = manifest.packageManager.split("@")[1]

/**
 * npm hands its settings to every script as variables, and some of them (`nodedir`, `yes`, `prefix`) change what
 * another npm or pnpm does. Only how to reach the registry is passed on. PATH, which Windows spells as it likes, is
 * set anew.
 */
const settings = "cafile|proxy|https_proxy|noproxy|registry|cache|userconfig|globalconfig"
const kept = new RegExp(`^npm_config_(${settings})$`, "i")
const dropped = /^(p?npm_.*|INIT_CWD|PATH)$/i
const stripped = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name) || !dropped.test(name)))

const isAtLeast = (version, wanted) => {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

const runs = (file) => {
  try {
    execFileSync(file, ["--version"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

/** Installs one exact package into a folder of its own, unless that was done before, to the end. */
const bring = async (name, version, env) => {
  const folder = join(tools, `${name}-${version}`)
  const done = join(folder, "complete")
  if (!existsSync(done)) {
    console.error(`Fetching ${name} ${version}, once`)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const quiet = ["--no-save", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]
    await run(["npm", "install", "--prefix", folder, ...quiet, `${name}@${version}`], { cwd: folder, env })
    writeFileSync(done, "")
  }
  return join(folder, "node_modules", name)
}

/** The folder of a Node that is new enough: the one that runs this, or else the one in `.tools`. */
const nodeFolder = async (env) => {
  if (isAtLeast(process.versions.node, nodeVersion)) return dirname(process.execPath)
  const system = windows ? "win" : process.platform
  const file = windows ? "bin/node.exe" : "bin/node"
  if (["linux-x64", "linux-arm64", "win-x64"].includes(`${system}-${process.arch}`)) {
    const node = join(await bring(`node-${system}-${process.arch}`, nodeVersion, env), file)
    if (runs(node)) return dirname(node)
  }
  console.error(`Please install Node ${nodeVersion} or later: for this machine npm has no Node to bring along`)
  process.exit(1)
}

/** The environment that every command runs in: the right Node first, then pnpm and the tools of the lockfile. */
const environment = async () => {
  const env = stripped()
  const node = await nodeFolder(env)
  const pnpm = await bring("pnpm", pnpmVersion, env)
  const path = [node, join(pnpm, "../.bin"), join(root, "node_modules/.bin"), process.env.PATH]
  return { ...env, PATH: path.join(delimiter) }
}

/** Everything that decides what is installed. */
const stampOf = (env) => {
  const manifests = ["packages", "apps"].flatMap((folder) =>
    readdirSync(join(root, folder)).sort().map((name) => join(folder, name, "package.json"))
  )
  const files = ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ...manifests]
  const hash = createHash("sha256")
  hash.update([process.platform, process.arch, nodeVersion, pnpmVersion, env.PATH.split(delimiter)[0]].join("\n"))
  for (const file of files) if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest("hex")
}

/** Installs the lockfile's packages when the stamp says that something has changed. */
const install = async (env) => {
  const modules = join(root, "node_modules")
  const stampFile = join(modules, ".peerwork-stamp")
  const stamp = stampOf(env)
  // A habitual `npm install` leaves a tree that pnpm cannot use
  if (existsSync(join(modules, ".package-lock.json"))) rmSync(modules, { recursive: true, force: true })
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return
  // With NODE_ENV=production pnpm would leave out the compiler
  const { NODE_ENV: _, ...quietly } = env
  const strictly = ["--frozen-lockfile", "--config.confirm-modules-purge=false"]
  await run(["pnpm", "install", ...strictly], { cwd: root, env: quietly })
  writeFileSync(stampFile, stamp)
}

/** Brings whatever is missing, and returns the environment to run in. */
export const provided = ({ packages }) =>
  alone(join(tools, "lock"), async () => {
    const env = await environment()
    if (packages) await install(env)
    return env
  })
