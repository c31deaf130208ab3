/**
 * Files and folders that only their owner reads, from the moment at which they are made.
 *
 * A log holds names and texts, and what lies beside it holds keys. SQLite gives a new file the rights that everybody
 * has, and gives those of a file that is there to the journals beside it; so the file is made first, and empty.
 */
import { closeSync, existsSync, openSync } from "node:fs"

/** The rights of a folder that only its owner enters. */
export const privateFolder = 0o700

/** The rights of a file that only its owner reads. */
export const privateFile = 0o600

/** Makes the file where there is none, empty, for SQLite to open; one that is there keeps its rights. */
export const makePrivately = (file: string): void => {
  if (!existsSync(file)) closeSync(openSync(file, "a", privateFile))
}
