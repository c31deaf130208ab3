/**
 * What is built beside this package, one file each: the verifier that lies in every bundle, and the law.
 */
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

export const builtFiles = ["verify.mjs", "law.mjs"] as const

export type BuiltFile = (typeof builtFiles)[number]

/** Where the file is, once it is built. */
export const builtPath = (name: BuiltFile): string => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))

/** Its bytes; null where it is not built. */
export const built = (name: BuiltFile): Uint8Array | null => {
  const file = builtPath(name)
  return existsSync(file) ? readFileSync(file) : null
}
