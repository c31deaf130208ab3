/**
 * What is built beside this package, one file each: the verifier that lies in every bundle, and the law.
 */
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

export type BuiltFile = "verify.mjs" | "law.mjs"

/** Where the file is, once it is built. */
export const builtPath = (name: BuiltFile): string => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))

/** Its bytes; null where it is not built. */
export const built = (name: BuiltFile): Uint8Array | null => {
  const file = builtPath(name)
  return existsSync(file) ? readFileSync(file) : null
}
