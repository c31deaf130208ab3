/**
 * Processes of their own for tests, out of the sources, and so that the second one starts soon: what the first has
 * compiled is kept beside the installed packages.
 */
import { type ChildProcessByStdio, spawn } from "node:child_process"
import type { Readable } from "node:stream"
import { fileURLToPath } from "node:url"

const compiled = fileURLToPath(new URL("../../../../node_modules/.cache/compiled", import.meta.url))

/** Runs the script with the arguments. */
export const spawnScript = (
  script: URL,
  ...given: ReadonlyArray<string>
): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(
    process.execPath,
    ["--conditions=@peerwork/source", fileURLToPath(script), ...given],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_COMPILE_CACHE: compiled } }
  )
