/**
 * Making a folder, and every folder above it that is missing.
 *
 * Node can do the same in one call, which never returns where a folder above accepts no new ones and says that it was
 * not found, as `/proc` does. Here whatever goes wrong is thrown at once.
 */
import { existsSync, mkdirSync, statSync } from "node:fs"
import { dirname, resolve } from "node:path"

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

/** Makes the folder where there is none, with these rights. Throws where that cannot be. */
export const makeFolder = (path: string, mode = 0o777): void => {
  if (isFolder(path)) return
  const above = dirname(resolve(path))
  if (above !== path) makeFolder(above, mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    // Another process may have made it just now
    if (!isFolder(path)) throw error
  }
}
