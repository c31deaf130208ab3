/**
 * Files in a folder into which others write as well, such as the one that a witness shares with an app.
 *
 * Whoever can put a file there can put a link there, to a key or to the log, or a pipe on which a reader waits for ever.
 * So a file is read only where it is one, and as far as was asked; and it is written under a new name, then moved.
 */
import { closeSync, constants, lstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs"

/** The first bytes of the file, at most so many; null where there is none, or a link, a pipe or a folder. */
export const readShared = (file: string, most: number): Buffer | null => {
  const there = lstatSync(file, { throwIfNoEntry: false })
  if (there?.isFile() !== true) return null
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const bytes = Buffer.alloc(Math.min(there.size, most))
    return bytes.subarray(0, readSync(descriptor, bytes))
  } finally {
    closeSync(descriptor)
  }
}

/** Writes the file in the place of whatever has its name. */
export const writeShared = (file: string, content: string): void => {
  const unfinished = `${file}.new`
  rmSync(unfinished, { force: true })
  writeFileSync(unfinished, content, { flag: "wx" })
  renameSync(unfinished, file)
}
