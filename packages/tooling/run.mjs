/**
 * The bootstrap: every command of the repository starts here, on a machine with nothing but Node 20 and npm.
 *
 * It brings the Node and the pnpm that the repository runs on (see `provision.mjs`), installs what the lockfile
 * says when something has changed, compiles, and then runs the command until it ends or is told to stop
 * (see `supervise.mjs`). The second time nothing is fetched and nothing is asked of the network.
 */
import { provided, root } from "./provision.mjs"
import { run, stopWithParent } from "./supervise.mjs"

const vitest = ["vitest", "run"]

/** What each command runs, and whether it needs the compiled packages first. */
const commands = {
  start: { build: true, run: ["node", "apps/pilot/dist/main.js"] },
  test: { build: true, run: vitest },
  slow: { build: true, run: [...vitest, "--mode", "slow"] },
  soak: { build: true, run: [...vitest, "--mode", "soak"] },
  browser: { build: true, run: [...vitest, "--mode", "browser"] },
  // Every way through the evidence has to be taken by a test of its own
  coverage: { build: false, run: [...vitest, "packages/ledger", "--coverage"] },
  // The auditor's command, out of a checkout: npm run peerwork -- verify ./bundle
  peerwork: { build: true, run: ["node", `${root}/packages/replay/bin/peerwork.mjs`], interactive: true },
  check: { build: false, run: ["node", "packages/tooling/src/check.ts"] },
  mutants: { build: false, run: ["node", "packages/tooling/src/mutate.ts"] },
  format: { build: false, run: ["dprint", "fmt"] },
  // Writes the look-up pages of the documentation anew from the law
  generate: { build: false, run: ["node", "--conditions=@peerwork/source", "packages/tooling/src/generate.ts"] },
  build: { build: true, run: undefined },
  // After a change to a manifest: writes the lockfile anew, which every other command only obeys
  lock: { build: false, run: ["pnpm", "install", "--no-frozen-lockfile"] },
  exec: { build: false, run: [], interactive: true }
}

const [name = "", ...rest] = process.argv.slice(2)
const command = commands[name]
if (command === undefined) {
  console.error(`There is no command "${name}". The commands are: ${Object.keys(commands).join(", ")}`)
  process.exit(2)
}

// `exec -- pnpm why effect` and `exec pnpm why effect` mean the same
const passedOn = name === "exec" && rest[0] === "--" ? rest.slice(1) : rest
const line = [...(command.run ?? []), ...passedOn]
if (name === "exec" && line.length === 0) {
  console.error("Say what to run: node packages/tooling/run.mjs exec -- <command> [arguments]")
  process.exit(2)
}

stopWithParent()
const env = await provided({ packages: name !== "lock" })
if (command.build) {
  await run(["tsc", "-b"], { cwd: root, env })
  await run(["node", "packages/tooling/src/bundle.ts"], { cwd: root, env })
}
if (command.run !== undefined) {
  // npm goes to the root of the repository first; the paths that somebody types are those from where they stand
  const cwd = command.interactive ? process.env.INIT_CWD ?? process.cwd() : root
  await run(line, { cwd, env, interactive: command.interactive })
}
