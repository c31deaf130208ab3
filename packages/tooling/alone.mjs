/**
 * One at a time: two commands that are started together in a fresh clone must not install over each other.
 *
 * The lock is a file with the id of the process that holds it. One whose process is gone, or that is older than any
 * installation takes, was left behind by a process that was killed, and counts for nothing.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { setTimeout as later } from "node:timers/promises"

const longestInMs = 15 * 60_000

const isHeld = (lock) => {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0)
    return Date.now() - statSync(lock).mtimeMs < longestInMs
  } catch (error) {
    return error.code === "EPERM"
  }
}

const taken = (lock) => {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: "wx" })
    return true
  } catch (error) {
    if (error.code !== "EEXIST") throw error
    return false
  }
}

/** Does the work while nobody else does work under the same lock. */
export const alone = async (lock, work) => {
  mkdirSync(dirname(lock), { recursive: true })
  while (!taken(lock)) {
    if (isHeld(lock)) await later(200)
    else rmSync(lock, { force: true })
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}
