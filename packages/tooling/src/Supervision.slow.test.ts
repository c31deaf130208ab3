/**
 * What `supervise.mjs` promises: exit codes are passed on, signals arrive, and nothing stays behind.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as later } from "node:timers/promises"
import { expect, it } from "vitest"

const supervise = JSON.stringify(new URL("../supervise.mjs", import.meta.url).href)

/** Runs a command line under supervision, as run.mjs does; `ready` is its first output, a process id. */
const supervised = (command: ReadonlyArray<string>, through: ReadonlyArray<string> = []) => {
  const script = `import { run, stopWithParent } from ${supervise}
    stopWithParent()
    await run(${JSON.stringify(command)}, { cwd: ".", env: process.env })`
  const [file, ...args] = [...through, process.execPath, "--input-type=module", "-e", script]
  return spawn(file, args, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, npm_lifecycle_event: "" } })
}
const firstOutput = async (child: ChildProcess) => Number(String((await once(child.stdout!, "data"))[0]).trim())
const ended = async (child: ChildProcess) => (await once(child, "exit"))[0] as number

const isThere = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const goneWithin = async (pid: number, seconds: number) => {
  for (let waited = 0; waited < seconds * 10 && isThere(pid); waited++) await later(100)
  return !isThere(pid)
}

/** Says the id of a process that nobody but its group will end, and stops in good order with 7. */
const server = ["sh", "-c", `trap "exit 7" TERM; sleep 300 & echo $!; wait`]

it("passes the exit code on", async () => {
  expect(await ended(supervised(["sh", "-c", "exit 3"]))).toBe(3)
})

it("says 128 and the signal of a command that was killed", async () => {
  expect(await ended(supervised(["sh", "-c", "kill -KILL $$"]))).toBe(137)
})

it("hands SIGTERM on, waits for the command and ends what it left", async () => {
  const child = supervised(server)
  const left = await firstOutput(child)
  child.kill("SIGTERM")
  expect(await ended(child)).toBe(7)
  expect(await goneWithin(left, 2)).toBe(true)
})

it("stops when the shell that started it is killed", async () => {
  const shell = supervised(server, ["sh", "-c", `"$@"; exit`, "sh"])
  const left = await firstOutput(shell)
  shell.kill("SIGKILL")
  expect(await goneWithin(left, 5)).toBe(true)
})
