/**
 * A file that the caller named, as a policy, a receipt or an event: a regular file and no longer than these are.
 *
 * Whoever names it may have it from somebody else. A pipe on which nobody writes is never waited for, and a file of any
 * size does not fill the memory.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs"
import { BadUsage } from "../SubCommand.ts"

/** In bytes; an event has 65,535 at most, and texts of the log are shorter. */
const longestNamed = 1 << 20

const opened = (what: string, file: string): number => {
  try {
    return openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch {
    throw new BadUsage(`The ${what} ${file} cannot be read`)
  }
}

/** The bytes of the file. Throws `BadUsage` where it is not there, is no file, or is longer than so many: 1 MiB. */
export const namedFile = (what: string, file: string, longest = longestNamed): Buffer => {
  const descriptor = opened(what, file)
  try {
    const there = fstatSync(descriptor)
    if (!there.isFile()) throw new BadUsage(`The ${what} ${file} cannot be read: it is no file`)
    const bytes = Buffer.alloc(longest + 1)
    const length = there.size > longest ? bytes.length : readSync(descriptor, bytes)
    if (length > longest) throw new BadUsage(`The ${what} ${file} is longer than ${longest} bytes`)
    return bytes.subarray(0, length)
  } finally {
    closeSync(descriptor)
  }
}
