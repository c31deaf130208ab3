/**
 * Where the Chromium of this machine is, for the browser suite. It is not brought along: it is bigger than the rest.
 */
import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"

const names = ["chromium", "chromium-browser", "google-chrome"]

/** The browser that `CHROMIUM` names, or the first one in `PATH`. */
export const chromium = (): string => {
  const folders = (process.env["PATH"] ?? "").split(delimiter)
  const found = process.env["CHROMIUM"] ??
    names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
  if (found === undefined) throw new Error("The browser suite needs Chromium: install it, or name it in CHROMIUM")
  return found
}
