/**
 * Which law decides again: the one of the version that stands in the evidence.
 *
 * This build carries its own version. Another one is a file that whoever runs it chooses to trust, because it is code:
 * `law/<version>.mjs` of a bundle, or the same from elsewhere.
 */
import { pathToFileURL } from "node:url"
import * as thisLaw from "../law/index.ts"
import { CannotRead } from "../LogSource.ts"

/** The law of this build. */
export { thisLaw }

/** A version of the law. */
export type Law = typeof thisLaw

/** Finds the law of a version; null where there is none. */
export type LawOf = (version: string) => Promise<Law | null>

const isLaw = (module: unknown): module is Law =>
  typeof module === "object" && module !== null && "version" in module && typeof module.version === "string" &&
  "decideAgain" in module && typeof module.decideAgain === "function" &&
  "makeHistory" in module && typeof module.makeHistory === "function"

const load = async (file: string): Promise<Law> => {
  const module: unknown = await import(pathToFileURL(file).href)
  if (isLaw(module)) return module
  throw new CannotRead(`${file} is no law: it does not decide again`)
}

/** The law of this build, and those in the files. */
export const lawsIn = async (files: ReadonlyArray<string>): Promise<LawOf> => {
  const laws: ReadonlyArray<Law> = [thisLaw, ...await Promise.all(files.map(load))]
  return (version) => Promise.resolve(laws.find((law) => law.version === version) ?? null)
}
