/**
 * Which law decides again: the one of the version that stands in the evidence.
 *
 * This build carries its own version. Another one is a file that whoever runs it chooses to trust, because it is code:
 * `law/<version>.mjs` of a bundle, or the same from elsewhere.
 */
import * as thisLaw from "../law/index.ts"
import type { DecidingLaw } from "../verify/DecisionsCheck.ts"
import { namedLaw } from "../verify/LawFiles.ts"

/** The law of this build. */
export { thisLaw }

/** A version of the law. */
export type Law = typeof thisLaw

/** The law in the file. Whoever named it wants that one, so anything else is told. */
const load = async (file: string): Promise<Law> => await namedLaw(file) as DecidingLaw & Law

/**
 * Finds the law of a version: one in the files, or that of this build; null where there is none. One that was named goes
 * before that of this build, because builds of one version can differ. Throws `BadUsage` where
 * a file holds none.
 */
export const lawsIn = async (files: ReadonlyArray<string>): Promise<(version: string) => Law | null> => {
  const laws: ReadonlyArray<Law> = [...await Promise.all(files.map(load)), thisLaw]
  return (version) => laws.find((law) => law.version === version) ?? null
}
