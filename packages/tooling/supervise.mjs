/**
 * Running a command so that nothing of it stays behind.
 *
 * A command runs in a process group of its own. A signal to this process goes to that group, once, and the command
 * may take its time to stop in good order; what is still there after that is killed. npm on SIGTERM ends only its
 * shell and leaves the rest to itself, so the parent is watched too: without it, this process stops as if told to.
 */
import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { constants } from "node:os"

const graceInMs = 10_000
const windows = process.platform === "win32"

/** The command that runs now, or undefined between two commands. */
let current
/** The signal that told this process to stop, once there was one. */
let told

/** Tells the whole group. A group that is gone already is what was wanted. */
const tell = (signal) => {
  if (current?.pid === undefined) return
  try {
    if (current.grouped) process.kill(-current.pid, signal)
    else process.kill(current.pid, signal)
  } catch (error) {
    if (error.code !== "ESRCH") throw error
  }
}

const stop = (signal) => {
  if (told !== undefined) return
  told = signal
  if (current === undefined) process.exit(128 + constants.signals[signal])
  // An interactive command shares the terminal, which has told it of Ctrl-C already
  if (current.grouped || signal !== "SIGINT") tell(signal)
  setTimeout(() => tell("SIGKILL"), graceInMs).unref()
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal))

/**
 * Who has to be there: the parent and, under npm, also the parent of the shell that npm starts scripts with. A shell
 * outlives an npm that was killed. Only Linux tells this cheaply; elsewhere the parent has to do.
 */
const ancestors = (underNpm) => {
  const parent = process.ppid
  if (!underNpm || process.platform !== "linux") return `${parent}`
  try {
    // The name in brackets may hold anything; after it come the state and the parent
    return `${parent} ${readFileSync(`/proc/${parent}/stat`, "utf8").split(") ").at(-1).split(" ")[1]}`
  } catch {
    return `${parent} gone`
  }
}

/** Stops this process when whoever started it is gone. */
export const stopWithParent = () => {
  const underNpm = process.env.npm_lifecycle_event !== undefined
  const atFirst = ancestors(underNpm)
  setInterval(() => {
    if (ancestors(underNpm) !== atFirst) stop("SIGTERM")
  }, 500).unref()
}

/** Runs a command to its end. A command that fails, or that was told to stop, ends this process with its exit code. */
export const run = ([file, ...args], { cwd, env, interactive = false }) =>
  new Promise((resolve) => {
    const grouped = !interactive && !windows
    const child = spawn(file, args, { cwd, env, stdio: "inherit", detached: grouped, shell: windows })
    current = { pid: child.pid, grouped }
    child.on("error", (error) => {
      console.error(`Could not run ${file}: ${error.message}`)
      process.exit(127)
    })
    child.on("exit", (code, signal) => {
      const exitCode = code ?? 128 + constants.signals[signal]
      // What the command started and did not end itself
      if (grouped) tell("SIGKILL")
      current = undefined
      if (exitCode !== 0 || told !== undefined) process.exit(exitCode)
      resolve()
    })
  })
